/** Every kind of join. */
import type { Graph } from "@/compiler/mod.ts";
import { graph, instrumentSource, node, quoteSource, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

function followed(before: Graph, next: ReturnType<typeof node>): Graph {
  const last = before.nodes.at(-1)?.id ?? "";
  return {
    version: 1,
    nodes: [...before.nodes, next],
    edges: [...before.edges, { source: last, target: next.id }],
  };
}

const join = (kind: string, more: Record<string, unknown> = {}): Graph =>
  graph([
    node("a", "data_source", { database: "flowforge", table: "trades", columns: ["trade_id", "symbol"] }),
    instrumentSource(),
    node("j", "join", { kind, keys: [{ left: "symbol", right: "symbol" }], ...more }),
  ], ["a > j.left", "b > j.right"]);

export const joins: readonly Case[] = [
  {
    name: "inner join multiplies, and shows the key once",
    graph: join("inner"),
    columns: ["trade_id", "symbol", "sector", "lot"],
    rows: [
      ["1", "AAPL", "phones", "20"],
      ["1", "AAPL", "tech", "10"],
      ["2", "AAPL", "phones", "20"],
      ["2", "AAPL", "tech", "10"],
      ["3", "MSFT", "tech", "5"],
      ["4", "MSFT", "tech", "5"],
      ["5", "AAPL", "phones", "20"],
      ["5", "AAPL", "tech", "10"],
    ],
    bag: true,
  },
  {
    name: "left join empties what has no partner",
    graph: followed(join("left"), where({ column: "lot", operator: "is_null" })),
    rows: [["6", "NVDA", null, null], ["7", "JPM", null, null]],
    bag: true,
  },
  {
    name: "right join keeps both keys",
    graph: followed(join("right"), where({ column: "trade_id", operator: "is_null" })),
    columns: ["trade_id", "symbol", "symbol_right", "sector", "lot"],
    rows: [[null, null, "XOM", null, "1"], [null, null, null, "none", "2"]],
    bag: true,
  },
  {
    name: "full join empties either side",
    graph: followed(
      join("full"),
      node("w", "filter", {
        logic: "or",
        conditions: [{ column: "trade_id", operator: "is_null" }, { column: "lot", operator: "is_null" }],
      }),
    ),
    rows: [
      ["6", "NVDA", null, null, null],
      ["7", "JPM", null, null, null],
      [null, null, "XOM", null, "1"],
      [null, null, null, "none", "2"],
    ],
    bag: true,
  },
  {
    name: "semi join keeps left rows once",
    graph: join("semi"),
    columns: ["trade_id", "symbol"],
    rows: [["1", "AAPL"], ["2", "AAPL"], ["3", "MSFT"], ["4", "MSFT"], ["5", "AAPL"]],
    bag: true,
  },
  { name: "anti join", graph: join("anti"), rows: [["6", "NVDA"], ["7", "JPM"]], bag: true },
  {
    name: "cross join",
    graph: followed(
      join("cross", { keys: [] }),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
    ),
    rows: [["35"]],
  },
  {
    name: "int64 and decimal keys compare as numbers",
    graph: graph([
      node("a", "data_source", { database: "flowforge", table: "trades", columns: ["trade_id", "quantity"] }),
      instrumentSource(),
      node("j", "join", { kind: "inner", keys: [{ left: "quantity", right: "lot" }] }),
    ], ["a > j.left", "b > j.right"]),
    rows: [["1", "10", "AAPL", "tech", "10"], ["2", "20", "AAPL", "phones", "20"], [
      "3",
      "5",
      "MSFT",
      "tech",
      "5",
    ], [
      "6",
      "20",
      "AAPL",
      "phones",
      "20",
    ]],
    bag: true,
  },
  {
    name: "a filter below each side of a left join stays there",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      node("fa", "filter", { logic: "and", conditions: [{ column: "trade_id", operator: "<", value: 4 }] }),
      instrumentSource(),
      node("fb", "filter", {
        logic: "and",
        conditions: [{ column: "sector", operator: "=", value: "phones" }],
      }),
      node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
    ], ["a > fa", "b > fb", "fa > j.left", "fb > j.right"]),
    rows: [["1", "AAPL", "phones", "20"], ["2", "AAPL", "phones", "20"], ["3", "MSFT", null, null]],
    bag: true,
  },
  {
    name: "a computed column of the empty side is empty",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      instrumentSource(),
      node("f", "formula", { as: "one", expression: "1" }),
      node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
      node("s", "select", { columns: ["trade_id", "one"] }),
    ], ["a > j.left", "b > f", "f > j.right", "j > s"]),
    rows: [["1", "1"], ["1", "1"], ["2", "1"], ["2", "1"], ["3", "1"], ["4", "1"], ["5", "1"], ["5", "1"], [
      "6",
      null,
    ], [
      "7",
      null,
    ]],
    bag: true,
  },
  {
    name: "a window's value of the empty side is empty",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      quoteSource(),
      node("w", "window", {
        function: "last_value",
        column: "symbol",
        as: "latest",
        partition_by: [],
        order_by: [{ column: "symbol", direction: "asc" }],
        frame: { preceding: "unbounded", following: "unbounded" },
      }),
      node("j", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
      node("s", "select", { columns: ["symbol", "latest"] }),
      node("u", "unique", {}),
    ], ["a > j.left", "b > w", "w > j.right", "j > s", "s > u"]),
    rows: [["AAPL", "NVDA"], ["JPM", null], ["MSFT", "NVDA"], ["NVDA", "NVDA"]],
    bag: true,
  },
  {
    name: "a table joined to itself",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
      node("f", "filter", {
        logic: "and",
        conditions: [{ column: "trade_id", operator: "<", other_column: "trade_id_right" }],
      }),
    ], ["a > j.left", "a > j.right", "j > f"]),
    columns: ["trade_id", "symbol", "trade_id_right"],
    rows: [["1", "AAPL", "2"], ["1", "AAPL", "5"], ["2", "AAPL", "5"], ["3", "MSFT", "4"]],
    bag: true,
  },
  {
    name: "a full join of a cut table to itself empties both sides",
    graph: graph([
      source("a", { columns: ["trade_id", "quantity"] }),
      node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("l", "limit", { count: 1 }),
      node("j", "join", { kind: "full", keys: [{ left: "trade_id", right: "quantity" }] }),
    ], ["a > o", "o > l", "l > j.left", "l > j.right"]),
    rows: [["1", "10", null, null], [null, null, "1", "10"]],
    bag: true,
  },
  {
    name: "three tables",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol"] }),
      instrumentSource("b"),
      quoteSource("c"),
      node("j", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
      node("k", "join", { kind: "inner", keys: [{ left: "symbol", right: "symbol" }] }),
      node("g", "group_by", {
        keys: [{ column: "sector" }],
        metrics: [{ function: "sum", column: "bid", as: "bids" }, { function: "count", as: "n" }],
      }),
    ], ["a > j.left", "b > j.right", "j > k.left", "c > k.right", "k > g"]),
    rows: [["phones", "3600", "9"], ["tech", "3600", "11"]],
    bag: true,
  },
  {
    name: "semi, anti and as-of joins behind other joins, by columns of either side",
    graph: graph([
      source("a", { columns: ["trade_id", "symbol", "event_time"] }),
      instrumentSource("b"),
      instrumentSource("c"),
      node("c2", "filter", {
        logic: "and",
        conditions: [{ column: "sector", operator: "=", value: "phones" }],
      }),
      instrumentSource("d"),
      quoteSource("q"),
      node("j1", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }] }),
      node("j2", "join", { kind: "semi", keys: [{ left: "sector", right: "sector" }] }),
      node("j3", "join", {
        kind: "anti",
        keys: [{ left: "lot", right: "lot" }, { left: "sector", right: "symbol" }],
      }),
      node("j4", "join", {
        kind: "asof",
        keys: [{ left: "symbol", right: "symbol" }],
        asof: { left: "event_time", right: "event_time", direction: "backward" },
      }),
      node("s", "select", { columns: ["trade_id", "sector", "lot", "bid"] }),
    ], [
      "a > j1.left",
      "b > j1.right",
      "j1 > j2.left",
      "c > c2",
      "c2 > j2.right",
      "j2 > j3.left",
      "d > j3.right",
      "j3 > j4.left",
      "q > j4.right",
      "j4 > s",
    ]),
    rows: [["1", "phones", "20", "100"], ["2", "phones", "20", "101"], ["5", "phones", "20", "101"]],
    bag: true,
  },
];
