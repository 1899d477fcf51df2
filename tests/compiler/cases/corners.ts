/** Edges that a slip would move: ends of intervals, ties, nulls, second limits, options that few use. */
import { chain, graph, instrumentSource, node, quoteSource, source } from "../support/graphs.ts";
import { type Case, ids, onlyId, where } from "./case.ts";

const by = (column: string, direction = "asc") =>
  node(`by-${column}`, "sort", { keys: [{ column, direction }] });
const count = node("count", "group_by", { metrics: [{ function: "count", as: "n" }] });
const asof = (direction: string, more = {}) =>
  node("j", "join", {
    kind: "asof",
    keys: [{ left: "symbol", right: "symbol" }],
    asof: { left: "event_time", right: "event_time", direction, ...more },
  });
const row = (as: string, partition: string[], ...order: string[]) =>
  node(as, "window", {
    function: "row_number",
    as,
    partition_by: partition,
    order_by: order.map((column) => ({ column, direction: "asc" })),
  });

export const corners: readonly Case[] = [
  {
    name: "last_n: without its far end, with the present moment",
    graph: chain(
      source(),
      where({ column: "event_time", operator: "last_n", value: { size: 1, unit: "day" } }),
      onlyId,
    ),
    options: { now: "2024-02-01T09:30:00Z" },
    rows: ids(2, 3, 4, 5, 6),
    bag: true,
  },
  {
    name: "not_in ignoring case",
    graph: chain(
      source(),
      where({ column: "side", operator: "not_in", value: ["SELL"], ignore_case: true }),
      onlyId,
    ),
    rows: ids(1, 3, 4, 7),
    bag: true,
  },
  {
    name: "a list of awkward texts",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "in", value: ["a,b", "NULL", "\\", '"', "{}", "", "JPM"] }),
      onlyId,
    ),
    rows: ids(7),
  },
  {
    name: "two columns ignoring case",
    graph: chain(
      source(),
      node("f", "formula", { as: "loud", expression: "UPPER([side])" }),
      where({ column: "side", operator: "=", other_column: "loud", ignore_case: true }),
      onlyId,
    ),
    rows: ids(1, 2, 3, 4, 6, 7),
    bag: true,
  },
  {
    name: "a quotient by zero is null, not infinite",
    graph: chain(
      source(),
      node("f", "formula", { as: "f", expression: "[trade_id] / ([trade_id] - 2)" }),
      where({ column: "f", operator: "is_null" }),
      onlyId,
    ),
    rows: ids(2),
  },
  {
    name: "the same digits as text and as a number",
    graph: chain(
      source(),
      node("w", "filter", {
        logic: "or",
        conditions: [{ column: "symbol", operator: "=", value: "1" }, {
          column: "trade_id",
          operator: "=",
          value: "1",
        }],
      }),
      onlyId,
    ),
    rows: ids(1),
  },
  {
    name: "two filters of a dashboard on one table",
    graph: chain(source(), onlyId),
    options: {
      filters: [{ column: "symbol", operator: "=", value: "AAPL" }, {
        column: "quantity",
        operator: ">",
        value: 10,
      }],
    },
    rows: ids(2, 5),
    bag: true,
  },
  {
    name: "entitlements on both sides of a join",
    graph: graph([
      source("a", { columns: ["trade_id", "quantity"] }),
      source("b", { columns: ["trade_id", "quantity"] }),
      node("j", "join", { kind: "inner", keys: [{ left: "quantity", right: "quantity" }] }),
      node("s", "select", { columns: ["trade_id", "trade_id_right"] }),
    ], ["a > j.left", "b > j.right", "j > s"]),
    options: { entitlements: { symbols: ["AAPL"] } },
    rows: [["1", "1"], ["2", "2"], ["5", "5"]],
    bag: true,
  },
  {
    name: "entitlements on the empty side of a left join",
    graph: graph([
      instrumentSource("a"),
      source("b", { columns: ["trade_id", "symbol"] }),
      node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
      node("s", "select", { columns: ["symbol", "trade_id"] }),
    ], ["a > j.left", "b > j.right", "j > s"]),
    options: { entitlements: { symbols: ["MSFT"] } },
    rows: [["AAPL", null], ["AAPL", null], ["MSFT", "3"], ["MSFT", "4"], ["XOM", null], [null, null]],
    bag: true,
  },
  {
    name: "entitlements in every branch of a union",
    graph: graph([
      source("a", { columns: ["trade_id"] }),
      source("b", { columns: ["trade_id"] }),
      node("u", "union", {}),
    ], ["a > u.left", "b > u.right"]),
    options: { entitlements: { symbols: ["JPM", "NVDA"] } },
    rows: ids(6, 6, 7, 7),
    bag: true,
  },
  {
    name: "entitlements before a source's own limit",
    graph: chain(source("a", { columns: ["trade_id"], limit: 1 })),
    options: { entitlements: { symbols: ["JPM"] } },
    rows: ids(7),
  },
  {
    name: "unique: of equally large rows the first by the remaining columns",
    graph: chain(
      source("a", { columns: ["rate", "trade_id", "quantity"] }),
      node("f", "formula", { as: "one", expression: "1" }),
      node("u", "unique", { columns: ["one"], keep: { column: "quantity", direction: "desc" } }),
      onlyId,
    ),
    rows: ids(6),
  },
  {
    name: "unique over groups without one of their keys",
    graph: chain(
      source(),
      node("g", "group_by", { keys: [{ column: "symbol" }, { column: "side" }] }),
      node("s", "select", { columns: ["symbol"] }),
      node("u", "unique", {}),
    ),
    rows: [["AAPL"], ["JPM"], ["MSFT"], ["NVDA"]],
    bag: true,
  },
  {
    name: "a union with a column without nulls on one side",
    graph: graph([
      source("a", { columns: ["symbol"] }),
      where({ column: "symbol", operator: "=", value: "JPM" }),
      node("b", "data_source", { database: "flowforge", table: "instruments", columns: ["lot"] }),
      node("small", "filter", { logic: "and", conditions: [{ column: "lot", operator: "<", value: 2 }] }),
      node("u", "union", {}),
    ], ["a > w", "w > u.left", "b > small", "small > u.right"]),
    rows: [["JPM", null], [null, "1"]],
    bag: true,
  },
  {
    name: "a cut union inside a union",
    graph: graph([
      source("a", { columns: ["trade_id"] }),
      node("u", "union", {}),
      by("trade_id", "desc"),
      node("l", "limit", { count: 2 }),
      node("v", "union", {}),
    ], ["a > u.left", "a > u.right", "u > by-trade_id", "by-trade_id > l", "l > v.left", "a > v.right"]),
    rows: ids(1, 2, 3, 4, 5, 6, 7, 7, 7),
    bag: true,
  },
  { name: "a source's own limit", graph: chain(source("a", { limit: 2 }), count), rows: [["2"]] },
  {
    name: "a limit that skips every row of another",
    graph: chain(
      source(),
      node("few", "limit", { count: 2 }),
      node("none", "limit", { count: 9, offset: 5 }),
      onlyId,
    ),
    rows: [],
  },
  {
    name: "a filtered union inside a union",
    graph: graph([
      source("a", { columns: ["trade_id"] }),
      node("u", "union", {}),
      where({ column: "trade_id", operator: ">", value: 6 }),
      node("v", "union", {}),
    ], ["a > u.left", "a > u.right", "u > w", "w > v.left", "a > v.right"]),
    rows: ids(1, 2, 3, 4, 5, 6, 7, 7, 7),
    bag: true,
  },
  {
    name: "a filter on the partition of one of two windows",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "side"] }),
      row("n", ["symbol"], "trade_id"),
      node("c", "window", { function: "count", as: "c", partition_by: ["side"], order_by: [] }),
      where({ column: "symbol", operator: "=", value: "AAPL" }),
    ),
    rows: [["1", "AAPL", "buy", "1", "4"], ["2", "AAPL", "sell", "2", "1"], ["5", "AAPL", null, "3", "1"]],
    bag: true,
  },
  {
    name: "a window in the order of another's result",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol"] }),
      row("n", ["symbol"], "trade_id"),
      row("m", [], "n", "trade_id"),
      by("m"),
      onlyId,
    ),
    rows: ids(1, 3, 6, 7, 2, 4, 5),
  },
  {
    name: "a frame counts rows, not values",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      where({ column: "quantity", operator: "<", value: 20 }),
      node("c", "window", {
        function: "count",
        as: "c",
        partition_by: [],
        order_by: [{ column: "quantity", direction: "asc" }],
        frame: { preceding: 1, following: "current" },
      }),
    ),
    rows: [["7", "-3", "1"], ["3", "5", "2"], ["1", "10", "2"], ["5", "15", "2"]],
    bag: true,
  },
  {
    name: "lag by two rows",
    graph: chain(
      source("a", { columns: ["trade_id"] }),
      node("w", "window", {
        function: "lag",
        column: "trade_id",
        as: "before",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        offset: 2,
      }),
      by("trade_id"),
      node("l", "limit", { count: 3 }),
    ),
    rows: [["1", null], ["2", null], ["3", "1"]],
  },
  {
    name: "last_value is that of the last row, null or not",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("w", "window", {
        function: "last_value",
        column: "quantity",
        as: "last",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      by("trade_id"),
      node("l", "limit", { count: 2, offset: 2 }),
    ),
    rows: [["3", "5", "5"], ["4", null, null]],
  },
  {
    name: "null keys match nothing, not even each other",
    graph: graph([
      instrumentSource("a"),
      node("j", "join", { kind: "inner", keys: [{ left: "sector", right: "sector" }] }),
      count,
    ], ["a > j.left", "a > j.right", "j > count"]),
    rows: [["6"]],
  },
  {
    name: "a semi join after another join",
    graph: graph(
      [
        source("a", { columns: ["trade_id", "symbol"] }),
        instrumentSource("b"),
        quoteSource("c"),
        node("w", "filter", { logic: "and", conditions: [{ column: "bid", operator: ">", value: 100 }] }),
        node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
        node("k", "join", { kind: "semi", keys: [{ left: "symbol", right: "symbol" }] }),
        onlyId,
      ],
      ["a > j.left", "b > j.right", "c > w", "j > k.left", "w > k.right", "k > ids"],
    ),
    rows: ids(1, 1, 2, 2, 5, 5),
    bag: true,
  },
  {
    name: "a suffix of one's own",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      node("j", "join", { kind: "inner", keys: [{ left: "trade_id", right: "trade_id" }], suffix: "_b" }),
      where({ column: "trade_id", operator: "=", value: 7 }),
    ], ["a > j.left", "a > j.right", "j > w"]),
    columns: ["trade_id", "symbol", "symbol_b"],
    rows: [["7", "JPM", "JPM"]],
  },
  {
    name: "asof join: a match just within its tolerance",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol", "event_time"] }),
      quoteSource(),
      asof("backward", { tolerance: { size: 1, unit: "minute" } }),
      node("s", "select", { columns: ["trade_id", "bid"] }),
      where({ column: "bid", operator: "is_not_null" }),
    ], ["a > j.left", "b > j.right", "j > s", "s > w"]),
    rows: [["1", "100"], ["2", "101"]],
    bag: true,
  },
  {
    name: "asof join: a right row without a time is never the nearest",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol", "event_time"] }),
      quoteSource(),
      node("later", "filter", { logic: "and", conditions: [{ column: "bid", operator: ">", value: 100 }] }),
      asof("backward"),
      node("s", "select", { columns: ["trade_id", "bid"] }),
      where({ column: "trade_id", operator: "<", value: 3 }),
    ], ["a > j.left", "b > later", "later > j.right", "j > s", "s > w"]),
    rows: [["1", null], ["2", "101"]],
    bag: true,
  },
  {
    name: "asof join: a left row without a time has no nearest",
    graph: graph([
      quoteSource("a"),
      source("b", { columns: ["trade_id", "symbol", "event_time"] }),
      asof("forward"),
      node("s", "select", { columns: ["bid", "trade_id"] }),
      where({ column: "bid", operator: ">", value: 99 }),
    ], ["a > j.left", "b > j.right", "j > s", "s > w"]),
    rows: [["100", "1"], ["101", "2"], ["999", null], ["299", "6"]],
    bag: true,
  },
  {
    name: "pivot: empty cells of a column without nulls",
    graph: chain(
      source(),
      node("p", "pivot", {
        rows: ["symbol"],
        column: "side",
        value: "trade_id",
        function: "sum",
        values: ["buy", "sell"],
      }),
    ),
    rows: [["AAPL", "1", "2"], ["JPM", "7", null], ["MSFT", "7", null], ["NVDA", null, null]],
    bag: true,
  },
  {
    name: "kpi_card: a moment between two periods belongs to the earlier one",
    graph: chain(
      source(),
      node("t", "kpi_card", {
        metric: "quantity",
        function: "sum",
        compare: { column: "event_time", period: { size: 1, unit: "day" } },
      }),
    ),
    options: { now: "2024-02-01T09:30:00.000Z" },
    rows: [["60", "10"]],
  },
  {
    name: "candlestick: in time whatever the order before",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "<", value: 3 }),
      by("trade_id", "desc"),
      node("t", "candlestick", {
        time: "event_time",
        open: "trade_id",
        high: "price",
        low: "rate",
        close: "quantity",
      }),
    ),
    rows: [
      ["2024-01-31T09:30:00.000Z", "1", "100.5", 0.5, "10"],
      ["2024-01-31T09:45:00.000Z", "2", "101.25", 1.5, "20"],
    ],
  },
];
