/** The rows that each picture needs. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, ids, where } from "./case.ts";

export const terminals: readonly Case[] = [
  {
    name: "table_view sorts by a hidden column",
    graph: chain(
      source(),
      node("t", "table_view", {
        columns: ["trade_id"],
        page_size: 2,
        sort: [{ column: "price", direction: "desc" }],
      }),
    ),
    rows: ids(6, 4, 3, 2, 1, 7, 5),
  },
  {
    name: "bar_chart aggregates per x and colour",
    graph: chain(
      source(),
      node("t", "bar_chart", { x: "symbol", y: ["quantity"], color: "side", function: "sum" }),
    ),
    columns: ["symbol", "side", "quantity"],
    rows: [["AAPL", "buy", "10"], ["AAPL", "sell", "20"], ["AAPL", null, "15"], ["JPM", "buy", "-3"], [
      "MSFT",
      "buy",
      "5",
    ], ["NVDA", "Sell", "20"]],
  },
  {
    name: "line_chart orders by x and leaves null x out",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "in", value: [1, 3, 4, 5] }),
      node("t", "line_chart", { x: "day", y: ["trade_id"] }),
    ),
    rows: [["2024-01-31", "1"], ["2024-02-01", "3"], ["2024-02-29", "5"]],
  },
  {
    name: "candlestick",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "AAPL" }),
      node("g", "group_by", {
        keys: [{ column: "event_time", bucket: { size: 1, unit: "day" }, as: "day" }],
        metrics: [
          {
            function: "first",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "o",
          },
          { function: "max", column: "price", as: "h" },
          { function: "min", column: "price", as: "l" },
          {
            function: "last",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "c",
          },
          { function: "sum", column: "quantity", as: "v" },
        ],
      }),
      node("t", "candlestick", { time: "day", open: "o", high: "h", low: "l", close: "c", volume: "v" }),
    ),
    rows: [["2024-01-31T00:00:00.000Z", "100.5", "101.25", "100.5", "101.25", "30"], [
      "2024-02-01T00:00:00.000Z",
      null,
      null,
      null,
      null,
      "15",
    ]],
  },
  {
    name: "scatter_plot",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "<", value: 3 }),
      node("t", "scatter_plot", {
        x: "quantity",
        y: "price",
        size: "rate",
        color: "symbol",
      }),
    ),
    columns: ["quantity", "price", "rate", "symbol"],
    rows: [["10", "100.5", 0.5, "AAPL"], ["20", "101.25", 1.5, "AAPL"]],
    bag: true,
  },
  {
    name: "kpi_card",
    graph: chain(source(), node("t", "kpi_card", { metric: "quantity", function: "sum" })),
    columns: ["value"],
    rows: [["67"]],
  },
  {
    name: "kpi_card compares with the period before",
    graph: chain(
      source(),
      node("t", "kpi_card", {
        metric: "quantity",
        function: "sum",
        compare: { column: "event_time", period: { size: 1, unit: "day" } },
      }),
    ),
    columns: ["value", "previous"],
    options: { now: "2024-02-01T09:35:00.000Z" },
    rows: [["60", "10"]],
  },
  {
    name: "pivot_table with totals from the rows themselves",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "in", value: ["AAPL", "NVDA"] }),
      node("t", "pivot_table", {
        rows: ["symbol"],
        columns: ["side"],
        value: "quantity",
        function: "avg",
        totals: true,
      }),
    ),
    columns: ["symbol", "side", "value", "total"],
    rows: [
      ["AAPL", "buy", 10, "cell"],
      ["AAPL", "sell", 20, "cell"],
      ["AAPL", null, 15, "cell"],
      ["NVDA", "Sell", 20, "cell"],
      ["AAPL", null, 15, "row"],
      ["NVDA", null, 20, "row"],
      [null, "buy", 10, "column"],
      [null, "sell", 20, "column"],
      [null, null, 15, "column"],
      [null, "Sell", 20, "column"],
      [null, null, 16.25, "grand"],
    ],
    bag: true,
  },
  {
    name: "pivot_table without totals",
    graph: chain(
      source(),
      node("t", "pivot_table", { rows: ["symbol"], columns: [], value: "quantity", function: "count" }),
    ),
    columns: ["symbol", "value"],
    rows: [["AAPL", "3"], ["JPM", "1"], ["MSFT", "1"], ["NVDA", "1"]],
  },
];
