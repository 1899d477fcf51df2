/** Columns that become rows. */
import { chain, graph, instrumentSource, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

const unpivot = (columns: readonly string[], name = "name", value = "value") =>
  node("u", "unpivot", { columns, name, value });
const few = node("few", "select", { columns: ["trade_id", "quantity", "price"] });
const byId = (direction: string) => node("by", "sort", { keys: [{ column: "trade_id", direction }] });

export const unpivots: readonly Case[] = [
  {
    name: "unpivot: a row for each listed column, in the order of the rows and then of the list",
    graph: chain(
      source(),
      byId("desc"),
      node("few", "select", { columns: ["symbol", "event_time", "side", "quantity"] }),
      node("cut", "limit", { count: 2 }),
      unpivot(["side", "symbol"]),
    ),
    columns: ["event_time", "quantity", "name", "value"],
    rows: [
      ["1969-12-31T23:59:59.999Z", "-3", "side", "buy"],
      ["1969-12-31T23:59:59.999Z", "-3", "symbol", "JPM"],
      ["2024-02-01T09:30:00.000Z", "20", "side", "Sell"],
      ["2024-02-01T09:30:00.000Z", "20", "symbol", "NVDA"],
    ],
  },
  {
    name: "unpivot: whole numbers beside decimals, and a name that is free again",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "<", value: 4 }, { column: "side", operator: "=", value: "buy" }),
      few,
      unpivot(["quantity", "price"], "price", "quantity"),
    ),
    columns: ["trade_id", "price", "quantity"],
    rows: [["1", "quantity", "10"], ["1", "price", "100.5"], ["3", "quantity", "5"], ["3", "price", "200"]],
    bag: true,
  },
  {
    name: "unpivot: empty values stay, as they are and as text",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "in", value: [4, 5] }),
      few,
      byId("asc"),
      unpivot(["price", "quantity"]),
      node("f", "formula", { as: "text", expression: '[name] & "=" & [value]' }),
    ),
    columns: ["trade_id", "name", "value", "text"],
    rows: [
      ["4", "price", "201", "price=201"],
      ["4", "quantity", null, "quantity="],
      ["5", "price", null, "price="],
      ["5", "quantity", "15", "quantity=15"],
    ],
  },
  {
    name: "unpivot: one column, of one row for each",
    graph: chain(source(), few, unpivot(["price"]), where({ column: "value", operator: ">", value: 200 })),
    columns: ["trade_id", "quantity", "name", "value"],
    rows: [["4", null, "price", "201"], ["6", "20", "price", "300.000001"]],
    bag: true,
  },
  {
    name: "unpivot: every column, grouped by the name",
    graph: chain(
      source(),
      node("few", "select", { columns: ["quantity", "trade_id"] }),
      unpivot(["trade_id", "quantity"]),
      node("g", "group_by", {
        keys: [{ column: "name" }],
        metrics: [{ function: "sum", column: "value", as: "sum" }, { function: "count", as: "rows" }],
      }),
    ),
    columns: ["name", "sum", "rows"],
    rows: [["trade_id", "28", "7"], ["quantity", "67", "7"]],
    bag: true,
  },
  {
    name: "unpivot: of an unpivot, after a cut, a group and a rank",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [{ function: "sum", column: "quantity", as: "sum" }, {
          function: "max",
          column: "price",
          as: "max",
        }],
      }),
      node("by", "sort", { keys: [{ column: "symbol", direction: "asc" }] }),
      node("r", "window", {
        function: "row_number",
        as: "n",
        partition_by: [],
        order_by: [{ column: "symbol", direction: "desc" }],
      }),
      node("cut", "limit", { count: 2 }),
      unpivot(["sum", "max"], "metric", "number"),
      node("v", "unpivot", { columns: ["symbol", "metric"], name: "what", value: "which" }),
    ),
    columns: ["n", "number", "what", "which"],
    rows: [
      ["4", "45", "symbol", "AAPL"],
      ["4", "45", "metric", "sum"],
      ["4", "101.25", "symbol", "AAPL"],
      ["4", "101.25", "metric", "max"],
      ["3", "-3", "symbol", "JPM"],
      ["3", "-3", "metric", "sum"],
      ["3", "-7.5", "symbol", "JPM"],
      ["3", "-7.5", "metric", "max"],
    ],
  },
  {
    name: "unpivot: on either side of a join",
    graph: graph([
      source("a", { columns: ["symbol", "side"] }),
      node("l", "unpivot", { columns: ["side", "symbol"], name: "l", value: "v" }),
      node("ld", "unique", {}),
      instrumentSource(),
      node("r", "unpivot", { columns: ["sector", "symbol"], name: "r", value: "w" }),
      node("j", "join", { kind: "left", keys: [{ left: "v", right: "w" }] }),
    ], ["a > l", "l > ld", "ld > j.left", "b > r", "r > j.right"]),
    columns: ["l", "v", "lot", "r", "w"],
    rows: [
      ["side", null, null, null, null],
      ["side", "Sell", null, null, null],
      ["side", "buy", null, null, null],
      ["side", "sell", null, null, null],
      ["symbol", "AAPL", "10", "symbol", "AAPL"],
      ["symbol", "AAPL", "20", "symbol", "AAPL"],
      ["symbol", "JPM", null, null, null],
      ["symbol", "MSFT", "5", "symbol", "MSFT"],
      ["symbol", "NVDA", null, null, null],
    ],
    bag: true,
  },
];
