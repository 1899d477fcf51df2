/** Texts that become values: casts of select, and the functions of formulas that read. */
import { chain, node, source } from "../support/graphs.ts";
import type { Case } from "./case.ts";

const written = (expression: string) => [
  source("a", { columns: ["trade_id", "quantity", "price", "event_time"] }),
  node("f", "formula", { as: "t", expression }),
];
const sorted = node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] });
const cast = (type: string, more: Readonly<Record<string, unknown>> = {}) =>
  node("s", "select", { columns: ["t"], casts: [{ column: "t", type, ...more }] });

export const readings: readonly Case[] = [
  {
    name: "select reads a text as a date, as its format says",
    graph: chain(
      ...written('"Jan " & [quantity] & " 2000"'),
      sorted,
      cast("date", { format: "MMM D YYYY" }),
    ),
    columns: ["t"],
    rows: [["2000-01-10"], ["2000-01-20"], ["2000-01-05"], [null], ["2000-01-15"], ["2000-01-20"], [null]],
  },
  {
    name: "select reads a text as a datetime, and keeps the order of a column that it converts",
    graph: chain(
      ...written('LEFT(TEXT([event_time]), 16) & "+01:00"'),
      node("o", "sort", {
        keys: [{ column: "t", direction: "desc" }, { column: "trade_id", direction: "asc" }],
      }),
      cast("datetime"),
      node("l", "limit", { count: 3 }),
    ),
    rows: [["2024-02-01T08:30:00.000Z"], ["2024-02-01T08:30:00.000Z"], ["2024-01-31T09:15:00.000Z"]],
  },
  {
    name: "select reads texts as numbers; a filter behind it compares them as such",
    graph: chain(
      ...written('" " & [price]'),
      node("s", "select", {
        columns: ["trade_id", "t"],
        casts: [{ column: "t", type: "decimal", scale: 1 }, { column: "trade_id", type: "string" }],
      }),
      node("w", "filter", { logic: "and", conditions: [{ column: "t", operator: ">", value: 100.5 }] }),
      node("o", "sort", { keys: [{ column: "t", direction: "asc" }] }),
    ),
    columns: ["trade_id", "t"],
    rows: [["2", "101.3"], ["3", "200"], ["4", "201"], ["6", "300"]],
  },
  {
    name: "select makes a number another number, toward zero",
    graph: chain(
      source("a", { columns: ["trade_id", "price"] }),
      sorted,
      node("s", "select", { columns: ["price"], casts: [{ column: "price", type: "int64" }] }),
    ),
    rows: [["100"], ["101"], ["200"], ["201"], [null], ["300"], ["-7"]],
  },
  {
    name: "TODATE groups by what a text says",
    graph: chain(
      ...written('"Jan " & [quantity] & " 2000"'),
      node("d", "formula", { as: "d", expression: 'TODATE([t], "MMM D YYYY")' }),
      node("g", "group_by", {
        keys: [{ column: "d", bucket: { size: 1, unit: "month" } }],
        metrics: [
          { function: "count", as: "n" },
          { function: "formula", expression: 'YEAR(TODATE(MAX([t]), "MMM D YYYY"))', as: "y" },
        ],
      }),
    ),
    columns: ["d", "n", "y"],
    rows: [["2000-01-01", "5", "2000"], [null, "2", null]],
    bag: true,
  },
];
