/** Columns, order, limits, samples, distinct rows, formulas. */
import { chain, graph, node, source } from "../support/graphs.ts";
import { type Case, ids, onlyId, where } from "./case.ts";

const sorted = (...keys: readonly (readonly [column: string, direction: "asc" | "desc"])[]) =>
  node("o", "sort", { keys: keys.map(([column, direction]) => ({ column, direction })) });

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
  {
    name: "text sorts by bytes, capitals before small letters, nulls last downwards too",
    graph: chain(
      source(),
      sorted(["side", "desc"], ["trade_id", "asc"]),
      onlyId,
    ),
    rows: ids(2, 1, 3, 4, 7, 6, 5),
  },
  {
    name: "a third sort is stable over the second and that over the first",
    graph: chain(
      source(),
      { ...sorted(["trade_id", "desc"]), id: "o1" },
      { ...sorted(["symbol", "asc"]), id: "o2" },
      { ...sorted(["flag", "asc"]), id: "o3" },
      onlyId,
    ),
    rows: ids(5, 2, 1, 4, 6, 7, 3),
  },
  {
    name: "a column that sorts twice sorts as it does first",
    graph: chain(source(), sorted(["symbol", "desc"], ["symbol", "asc"], ["trade_id", "desc"]), onlyId),
    rows: ids(6, 4, 3, 7, 5, 2, 1),
  },
  {
    name: "a limit of none, and an offset past the end",
    graph: chain(source(), sorted(["trade_id", "asc"]), node("l", "limit", { count: 0, offset: 2 }), onlyId),
    rows: [],
  },
  {
    name: "the largest limit and offset",
    graph: chain(
      source(),
      sorted(["trade_id", "asc"]),
      node("l", "limit", { count: 1_000_000_000, offset: 5 }),
      onlyId,
    ),
    rows: ids(6, 7),
  },
  {
    name: "an offset of the largest size leaves nothing",
    graph: chain(source(), node("l", "limit", { count: 1_000_000_000, offset: 1_000_000_000 }), onlyId),
    rows: [],
  },
  {
    name: "unique counts null as a kind of its own and keeps the first by the order that came",
    graph: chain(
      source(),
      sorted(["trade_id", "desc"]),
      node("u", "unique", { columns: ["side"] }),
      onlyId,
    ),
    rows: ids(7, 6, 5, 2),
  },
  {
    name: "unique keeps a value rather than none, in both directions",
    graph: chain(
      source(),
      node("u", "unique", { columns: ["symbol"], keep: { column: "price", direction: "asc" } }),
      sorted(["trade_id", "asc"]),
      onlyId,
    ),
    rows: ids(1, 3, 6, 7),
  },
  {
    name: "unique over the order of a column that is gone",
    graph: chain(
      source(),
      sorted(["rate", "desc"]),
      node("s", "select", { columns: ["symbol"] }),
      node("u", "unique", {}),
    ),
    rows: [["JPM"], ["MSFT"], ["AAPL"], ["NVDA"]],
  },
  {
    name: "rename keeps the order, under any name",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol"] }),
      sorted(["trade_id", "desc"]),
      node("r", "rename", { renames: [{ from: "trade_id", to: "s1.c1" }, { from: "symbol", to: '"; --' }] }),
      node("l", "limit", { count: 2 }),
    ),
    columns: ["s1.c1", '"; --'],
    rows: [["7", "JPM"], ["6", "NVDA"]],
  },
  {
    name: "a sample of nothing, and of nearly everything",
    graph: chain(source(), node("p", "sample", { mode: "percent", size: 99.9999999999 }), onlyId),
    rows: ids(1, 2, 3, 4, 5, 6, 7),
    bag: true,
  },
  {
    name: "a sample of no rows",
    graph: chain(source(), node("p", "sample", { mode: "rows", size: 0, seed: 9007199254740991 }), onlyId),
    rows: [],
  },
  {
    name: "a disabled union passes its left input, whatever its right one is",
    graph: graph([
      source("a"),
      node("b", "data_source", { database: "no", table: "where" }),
      node("u", "union", { columns: "nonsense" }, { disabled: true }),
      sorted(["trade_id", "asc"]),
      onlyId,
    ], ["a > u.left", "b > u.right", "u > o", "o > ids"]),
    rows: ids(1, 2, 3, 4, 5, 6, 7),
  },
  {
    name: "a table sorts by a hidden column, nulls first when asked",
    graph: chain(
      source(),
      sorted(["trade_id", "desc"]),
      node("t", "table_view", {
        columns: ["trade_id"],
        sort: [{ column: "side", direction: "asc", nulls: "first" }],
        page_size: 1_000_000_000,
      }),
    ),
    rows: ids(5, 6, 7, 4, 3, 1, 2),
  },
  {
    name: "a scatter plot shows x, y, size and colour, in the order that came",
    graph: chain(
      source(),
      sorted(["trade_id", "asc"]),
      node("l", "limit", { count: 2 }),
      node("p", "scatter_plot", { x: "rate", y: "price", size: "quantity", color: "side", trend: true }),
    ),
    columns: ["rate", "price", "quantity", "side"],
    rows: [[0.5, "100.5", "10", "buy"], [1.5, "101.25", "20", "sell"]],
  },
];
