/** Functions over a window of rows, and what comes after them. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

export const windows: readonly Case[] = [
  {
    name: "formula: the row after the next",
    graph: chain(
      source(),
      node("s", "sort", {
        keys: [{ column: "event_time", direction: "asc" }, { column: "trade_id", direction: "asc" }],
      }),
      node("f", "formula", { as: "next", expression: "MINUTE(LEAD([event_time], 2))" }),
      node("chosen", "select", { columns: ["trade_id", "next"] }),
    ),
    rows: [
      ["7", "45"],
      ["1", "5"],
      ["2", "15"],
      ["3", "30"],
      ["4", "30"],
      ["5", null],
      ["6", null],
    ],
    bag: true,
  },
  {
    name: "formula: places that ties share",
    graph: chain(
      source(),
      node("s", "sort", { keys: [{ column: "event_time", direction: "asc" }] }),
      node("g", "formula", { as: "place", expression: "RANK()" }),
      node("chosen", "select", { columns: ["trade_id", "place"] }),
    ),
    rows: [["7", "1"], ["1", "2"], ["2", "3"], ["3", "4"], ["4", "5"], ["5", "6"], ["6", "6"]],
    bag: true,
  },
  {
    name: "window: lag, running sum and rank",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "quantity"] }),
      node("w1", "window", {
        function: "lag",
        column: "quantity",
        as: "before",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      node("w2", "window", {
        function: "sum",
        column: "quantity",
        as: "running",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      node("w3", "window", {
        function: "rank",
        as: "rank",
        partition_by: [],
        order_by: [{ column: "quantity", direction: "desc" }],
      }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
    ),
    rows: [
      ["1", "AAPL", "10", null, "10", "4"],
      ["2", "AAPL", "20", "10", "30", "1"],
      ["3", "MSFT", "5", null, "5", "5"],
      ["4", "MSFT", null, "5", "5", "7"],
      ["5", "AAPL", "15", "20", "45", "3"],
      ["6", "NVDA", "20", null, "20", "1"],
      ["7", "JPM", "-3", null, "-3", "6"],
    ],
  },
  {
    name: "window: frames count rows; without an order the whole partition",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("w1", "window", {
        function: "count",
        as: "three",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        frame: { preceding: 1, following: 1 },
      }),
      node("w2", "window", {
        function: "avg",
        column: "quantity",
        as: "avg",
        partition_by: [],
        order_by: [],
      }),
      node("w3", "window", {
        function: "last_value",
        column: "quantity",
        as: "last",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        frame: { preceding: "unbounded", following: "unbounded" },
      }),
      node("w4", "window", {
        function: "max",
        column: "quantity",
        as: "next",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
        frame: { preceding: 0, following: 1 },
      }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("l", "limit", { count: 4 }),
    ),
    rows: [
      ["1", "10", "2", 11.166666667, "-3", "20"],
      ["2", "20", "3", 11.166666667, "-3", "20"],
      ["3", "5", "3", 11.166666667, "-3", "5"],
      ["4", null, "3", 11.166666667, "-3", "15"],
    ],
  },
  {
    name: "a filter on a window, and on its partition",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol"] }),
      node("w1", "window", {
        function: "row_number",
        as: "n",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "desc" }],
      }),
      where({ column: "n", operator: "=", value: 1 }, { column: "symbol", operator: "!=", value: "JPM" }),
    ),
    rows: [["4", "MSFT", "1"], ["5", "AAPL", "1"], ["6", "NVDA", "1"]],
    bag: true,
  },
  {
    name: "a filter after a window does not change the window",
    graph: chain(
      source("a", { columns: ["trade_id"] }),
      node("w1", "window", {
        function: "row_number",
        as: "n",
        partition_by: [],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      where({ column: "trade_id", operator: ">", value: 5 }),
      node("w2", "window", { function: "count", as: "left", partition_by: [], order_by: [] }),
    ),
    rows: [["6", "6", "2"], ["7", "7", "2"]],
    bag: true,
  },
  {
    name: "window: every function, frame and offset",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "quantity"] }),
      ...Object.entries({
        two_before: { function: "lag", column: "quantity", offset: 2 },
        itself: { function: "lead", column: "quantity", offset: 0 },
        next: { function: "lead", column: "symbol" },
        dense: {
          function: "dense_rank",
          partition_by: [],
          order_by: [{ column: "quantity", direction: "desc" }],
        },
        from_before: {
          function: "first_value",
          column: "quantity",
          frame: { preceding: 1, following: "current" },
        },
        latest: { function: "last_value", column: "quantity" },
        least_ahead: { function: "min", column: "quantity", frame: { preceding: 0, following: "unbounded" } },
        counted: { function: "count", column: "quantity" },
        spread: { function: "stddev", column: "quantity" },
        middle: { function: "median", column: "quantity" },
        nulls_first: {
          function: "rank",
          partition_by: [],
          order_by: [{ column: "quantity", direction: "desc", nulls: "first" }],
        },
      }).map(([as, config]) =>
        node(`w_${as}`, "window", {
          as,
          partition_by: ["symbol"],
          order_by: [{ column: "trade_id", direction: "asc" }],
          ...config,
        })
      ),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
    ),
    rows: [
      ["1", "AAPL", "10", null, "10", "AAPL", "3", "10", "10", "10", "1", null, 10, "5"],
      ["2", "AAPL", "20", null, "20", "AAPL", "1", "10", "20", "15", "2", 7.0710678119, 15, "2"],
      ["3", "MSFT", "5", null, "5", "MSFT", "4", "5", "5", "5", "1", null, 5, "6"],
      ["4", "MSFT", null, null, null, null, "6", "5", null, null, "1", null, 5, "1"],
      ["5", "AAPL", "15", "10", "15", null, "2", "20", "15", "15", "3", 5, 15, "4"],
      ["6", "NVDA", "20", null, "20", null, "1", "20", "20", "20", "1", null, 20, "2"],
      ["7", "JPM", "-3", null, "-3", null, "5", "-3", "-3", "-3", "1", null, -3, "7"],
    ],
  },
  {
    name: "window: a count of a nullable column that nothing else reads",
    graph: chain(
      source("a"),
      node("w", "window", {
        function: "count",
        column: "quantity",
        as: "n",
        partition_by: ["symbol"],
        order_by: [{ column: "trade_id", direction: "asc" }],
      }),
      node("s", "select", { columns: ["trade_id", "n"] }),
    ),
    rows: [["1", "1"], ["2", "2"], ["3", "1"], ["4", "1"], ["5", "3"], ["6", "1"], ["7", "1"]],
    bag: true,
  },
  {
    name: "a window over groups counts those that a later filter takes",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [{ function: "count", as: "n" }, { function: "sum", column: "quantity", as: "sum" }],
      }),
      node("over", "window", {
        function: "rank",
        as: "rank",
        partition_by: [],
        order_by: [{ column: "n", direction: "desc" }],
      }),
      node("x", "window", { function: "sum", column: "n", as: "all", partition_by: [], order_by: [] }),
      where(
        { column: "n", operator: "<", value: 3 },
        { column: "symbol", operator: "!=", value: "JPM" },
        { column: "rank", operator: "<=", value: 3 },
      ),
    ),
    rows: [["MSFT", "2", "5", "2", "7"], ["NVDA", "1", "20", "3", "7"]],
    bag: true,
  },
  {
    name: "a window over groups, and a filter that takes whole partitions of them",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }, { column: "side" }],
        metrics: [{ function: "count", as: "n" }],
      }),
      node("over", "window", { function: "count", as: "sides", partition_by: ["symbol"], order_by: [] }),
      where({ column: "symbol", operator: "in", value: ["AAPL", "JPM"] }),
    ),
    rows: [["AAPL", "buy", "1", "3"], ["AAPL", "sell", "1", "3"], ["AAPL", null, "1", "3"], [
      "JPM",
      "buy",
      "1",
      "1",
    ]],
    bag: true,
  },
  {
    name: "window formulas need an order",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("f", "formula", { as: "change", expression: "[quantity] - LAG([quantity])" }),
      node("l", "limit", { count: 3 }),
    ),
    rows: [["1", "10", null], ["2", "20", "10"], ["3", "5", "-15"]],
  },
  {
    name: "window formulas of window formulas are steps of their own",
    graph: chain(
      source("a", { columns: ["trade_id", "quantity"] }),
      node("s", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
      node("f", "formula", { as: "drift", expression: "RUNNING_TOTAL([quantity] - LAG([quantity]))" }),
      node("g", "formula", {
        as: "before",
        expression: "LAG(RUNNING_TOTAL(LAG([quantity]))) + ROW_NUMBER()",
      }),
      node("only", "select", { columns: ["trade_id", "drift", "before"] }),
    ),
    rows: [
      ["1", null, null],
      ["2", "10", null],
      ["3", "-5", "13"],
      ["4", "-5", "34"],
      ["5", "-5", "40"],
      ["6", "0", "41"],
      ["7", "-23", "57"],
    ],
  },
];
