/** Columns, order, limits, samples, distinct rows, formulas. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, ids, onlyId, where } from "./case.ts";

export const shaping: readonly Case[] = [
  {
    name: "select chooses and orders columns",
    graph: chain(
      source(),
      node("s", "select", { columns: ["side", "trade_id"] }),
      node("l", "filter", {
        logic: "and",
        conditions: [{ column: "trade_id", operator: "<", value: 3 }],
      }),
    ),
    columns: ["side", "trade_id"],
    rows: [["buy", "1"], ["sell", "2"]],
    bag: true,
  },
  {
    name: "rename exchanges two names",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("r", "rename", {
        renames: [{ from: "trade_id", to: "quantity" }, { from: "quantity", to: "trade_id" }],
      }),
      node("w", "filter", { logic: "and", conditions: [{ column: "quantity", operator: "<=", value: 2 }] }),
    ),
    columns: ["quantity", "trade_id"],
    rows: [["1", "10"], ["2", "20"]],
    bag: true,
  },
  {
    name: "sort puts nulls last in both directions and is stable over an earlier sort",
    graph: chain(
      source(),
      node("s1", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("s2", "sort", { keys: [{ column: "quantity", direction: "desc" }] }),
      onlyId,
    ),
    rows: ids(6, 2, 5, 1, 3, 7, 4),
  },
  {
    name: "sort nulls first",
    graph: chain(
      source(),
      node("s", "sort", {
        keys: [{ column: "side", direction: "asc", nulls: "first" }, {
          column: "trade_id",
          direction: "asc",
        }],
      }),
      onlyId,
    ),
    rows: ids(5, 6, 1, 3, 4, 7, 2),
  },
  {
    name: "limit and offset count in order",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("l", "limit", { count: 3, offset: 1 }),
      onlyId,
    ),
    rows: ids(6, 5, 4),
  },
  {
    name: "limits compose",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("l1", "limit", { count: 5, offset: 1 }),
      node("l2", "limit", { count: 9, offset: 2 }),
      onlyId,
    ),
    rows: ids(4, 5, 6),
  },
  {
    name: "a filter after a limit sees only its rows, and the order stays",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "desc" }] }),
      node("l", "limit", { count: 4 }),
      where({ column: "symbol", operator: "=", value: "AAPL" }),
      onlyId,
    ),
    rows: ids(5),
  },
  {
    name: "order survives columns that are gone",
    graph: chain(
      source(),
      node("s", "sort", {
        keys: [{ column: "rate", direction: "asc" }, { column: "trade_id", direction: "asc" }],
      }),
      onlyId,
      node("l", "limit", { count: 3 }),
      node("u", "unique", {}),
    ),
    rows: ids(5, 6, 1),
  },
  {
    name: "sample by rows takes that many and keeps the order",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("p", "sample", { mode: "rows", size: 100, seed: 3 }),
      onlyId,
    ),
    rows: ids(1, 2, 3, 4, 5, 6, 7),
  },
  {
    name: "unique rows",
    graph: chain(source("a", { columns: ["symbol"] }), node("u", "unique", {})),
    rows: [["AAPL"], ["JPM"], ["MSFT"], ["NVDA"]],
    bag: true,
  },
  {
    name: "unique keeps the largest, ties by the remaining columns",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "quantity"] }),
      node("u", "unique", { columns: ["symbol"], keep: { column: "quantity", direction: "desc" } }),
      node("s", "sort", { keys: [{ column: "symbol", direction: "asc" }] }),
    ),
    rows: [["2", "AAPL", "20"], ["7", "JPM", "-3"], ["3", "MSFT", "5"], ["6", "NVDA", "20"]],
  },
  {
    name: "a formula adds and replaces",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("f", "formula", { as: "twice", expression: "[quantity] * 2" }),
      node("g", "formula", { as: "quantity", expression: "[twice] + 1" }),
      where({ column: "trade_id", operator: "in", value: [1, 4] }),
    ),
    columns: ["trade_id", "quantity", "twice"],
    rows: [["1", "21", "20"], ["4", null, null]],
    bag: true,
  },
  {
    name: "a disabled node passes through",
    graph: chain(source(), node("w", "filter", { logic: "nonsense" }, { disabled: true }), onlyId),
    rows: ids(1, 2, 3, 4, 5, 6, 7),
    bag: true,
  },
];
