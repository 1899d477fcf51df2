/** Groups, totals, buckets, pivots. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

export const grouping: readonly Case[] = [
  {
    name: "group_by: every aggregate",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          { function: "sum", column: "quantity", as: "sum" },
          { function: "sum", column: "price", as: "total" },
          { function: "avg", column: "quantity", as: "avg" },
          { function: "count", as: "rows" },
          { function: "count", column: "price", as: "prices" },
          { function: "count_distinct", column: "side", as: "sides" },
          { function: "min", column: "side", as: "min" },
          { function: "max", column: "event_time", as: "max" },
          { function: "median", column: "quantity", as: "median" },
          { function: "stddev", column: "quantity", as: "stddev" },
          {
            function: "first",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "open",
          },
          {
            function: "last",
            column: "price",
            order_by: [{ column: "event_time", direction: "asc" }],
            as: "close",
          },
        ],
      }),
    ),
    rows: [
      ["AAPL", "45", "201.75", 15, "3", "2", "2", "buy", "2024-02-01T09:30:00.000Z", 15, 5, "100.5", null],
      ["MSFT", "5", "401", 5, "2", "2", "1", "buy", "2024-01-31T10:15:00.000Z", 5, null, "200", "201"],
    ],
    bag: true,
  },
  {
    name: "group_by: a metric of one day",
    graph: chain(
      source(),
      node("g", "group_by", {
        metrics: [{
          function: "count",
          where: { logic: "and", conditions: [{ column: "event_time", operator: "=", value: "2024-01-31" }] },
          as: "n",
        }],
      }),
    ),
    rows: [["4"]],
  },
  {
    name: "group_by: over no rows count is 0, the others null",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", {
        metrics: ["sum", "avg", "count", "count_distinct", "min", "max", "median", "stddev"].map((name) => ({
          function: name,
          column: "quantity",
          as: name,
        })).concat(
          {
            function: "first",
            column: "trade_id",
            order_by: [{ column: "trade_id", direction: "asc" }],
            as: "f",
          } as never,
        ),
      }),
    ),
    rows: [[null, null, "0", "0", null, null, null, null, null]],
  },
  {
    name: "group_by: aggregates of columns without nulls are null over no rows",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", {
        metrics: [{ function: "sum", column: "trade_id", as: "s" }, {
          function: "min",
          column: "symbol",
          as: "m",
        }, {
          function: "max",
          column: "event_time",
          as: "x",
        }],
      }),
    ),
    rows: [[null, null, null]],
  },
  {
    name: "group_by: no rows make no groups",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", { keys: [{ column: "side" }], metrics: [{ function: "count", as: "n" }] }),
    ),
    rows: [],
  },
  {
    name: "group_by: a constant key over no rows makes no group",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("f", "formula", { as: "one", expression: "1" }),
      node("g", "group_by", { keys: [{ column: "one" }], metrics: [{ function: "count", as: "n" }] }),
    ),
    rows: [],
  },
  {
    name: "group_by: conditional metrics",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          {
            function: "sum",
            column: "quantity",
            where: { logic: "and", conditions: [{ column: "side", operator: "=", value: "buy" }] },
            as: "bought",
          },
          {
            function: "count",
            where: { logic: "and", conditions: [{ column: "side", operator: "=", value: "buy" }] },
            as: "buys",
          },
        ],
      }),
    ),
    rows: [["AAPL", "10", "1"], ["JPM", "-3", "1"], ["MSFT", "5", "2"], ["NVDA", null, "0"]],
    bag: true,
  },
  {
    name: "group_by: buckets keep the type; weeks start on Monday",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "in", value: [1, 6, 7] }),
      node("g", "group_by", {
        keys: [
          { column: "event_time", bucket: { size: 1, unit: "hour" }, as: "hour" },
          { column: "event_time", bucket: { size: 1, unit: "week" }, as: "week" },
          { column: "event_time", bucket: { size: 7, unit: "minute" }, as: "seven" },
          { column: "event_time", bucket: { size: 5, unit: "month" }, as: "months" },
          { column: "day", bucket: { size: 1, unit: "quarter" }, as: "quarter" },
          { column: "day", bucket: { size: 2, unit: "day" } },
        ],
      }),
    ),
    columns: ["hour", "week", "seven", "months", "quarter", "day"],
    rows: [
      [
        "1969-12-31T23:00:00.000Z",
        "1969-12-29T00:00:00.000Z",
        "1969-12-31T23:53:00.000Z",
        "1969-08-01T00:00:00.000Z",
        "1970-01-01",
        "1970-01-01",
      ],
      [
        "2024-01-31T09:00:00.000Z",
        "2024-01-29T00:00:00.000Z",
        "2024-01-31T09:25:00.000Z",
        "2023-10-01T00:00:00.000Z",
        "2024-01-01",
        "2024-01-30",
      ],
      [
        "2024-02-01T09:00:00.000Z",
        "2024-01-29T00:00:00.000Z",
        "2024-02-01T09:27:00.000Z",
        "2023-10-01T00:00:00.000Z",
        "2024-10-01",
        "2024-12-29",
      ],
    ],
    bag: true,
  },
  {
    name: "group_by: buckets of every unit before 1970",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "=", value: 7 }),
      node("g", "group_by", {
        keys: ([
          [1, "second"],
          [90, "second"],
          [7, "minute"],
          [5, "hour"],
          [1, "day"],
          [10, "day"],
          [2, "week"],
          [1, "month"],
          [7, "month"],
          [1, "quarter"],
          [3, "quarter"],
          [1, "year"],
          [10, "year"],
        ] as const).map(([size, unit]) => ({
          column: "event_time",
          bucket: { size, unit },
          as: `${size} ${unit}`,
        })),
        metrics: [],
      }),
    ),
    rows: [[
      "1969-12-31T23:59:59.000Z",
      "1969-12-31T23:58:30.000Z",
      "1969-12-31T23:53:00.000Z",
      "1969-12-31T19:00:00.000Z",
      "1969-12-31T00:00:00.000Z",
      "1969-12-22T00:00:00.000Z",
      "1969-12-29T00:00:00.000Z",
      "1969-12-01T00:00:00.000Z",
      "1969-06-01T00:00:00.000Z",
      "1969-10-01T00:00:00.000Z",
      "1969-04-01T00:00:00.000Z",
      "1969-01-01T00:00:00.000Z",
      "1960-01-01T00:00:00.000Z",
    ]],
  },
  {
    name: "group_by: first and last by several keys, either way, of the rows that have them all",
    graph: chain(
      source(),
      node("g", "group_by", {
        metrics: ([
          ["first", "event_time", "asc"],
          ["first", "event_time", "desc"],
          ["last", "event_time", "desc"],
          ["first", "symbol", "desc"],
          ["first", "price", "desc"],
          ["first", "rate", "desc"],
          ["last", "day", "desc"],
          ["last", "flag", "asc"],
          ["first", "flag", "asc"],
          ["first", "flag", "desc"],
        ] as const).map(([name, column, direction]) => ({
          function: name,
          column: "trade_id",
          order_by: [{ column, direction }, { column: "trade_id", direction: "desc" }],
          as: `${name} ${column} ${direction}`,
        })),
      }),
    ),
    rows: [["7", "6", "7", "6", "6", "7", "7", "1", "5", "6"]],
  },
  {
    name: "group_by: a small spread around a large mean",
    graph: chain(
      source(),
      node("f", "formula", { as: "far", expression: "[trade_id] + 10000000000" }),
      node("w", "window", { function: "stddev", column: "far", as: "near", partition_by: [], order_by: [] }),
      node("g", "group_by", {
        metrics: [
          { function: "stddev", column: "far", as: "spread" },
          { function: "avg", column: "far", as: "mean" },
          { function: "max", column: "near", as: "near" },
        ],
      }),
    ),
    rows: [[2.1602468995, 10000000004, 2.1602468995]],
  },
  {
    name: "group_by: one row even when nothing of it is read",
    graph: chain(
      source(),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
      node("f", "formula", { as: "n", expression: "7" }),
    ),
    rows: [["7"]],
  },
  {
    name: "group_by: one row when only constants are read and asked for",
    graph: chain(
      source(),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
      node("f", "formula", { as: "n", expression: "7" }),
      where({ column: "n", operator: "=", value: 7 }),
    ),
    rows: [["7"]],
  },
  {
    name: "a filter after group_by sees groups",
    graph: chain(
      source(),
      node("g", "group_by", { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] }),
      node("h", "filter", {
        logic: "or",
        conditions: [{ column: "n", operator: ">", value: 2 }, {
          column: "symbol",
          operator: "=",
          value: "JPM",
        }],
      }),
    ),
    rows: [["AAPL", "3"], ["JPM", "1"]],
    bag: true,
  },
  {
    name: "patterns on a metric, on a window and on neither, any of which may match",
    graph: chain(
      source("a", { columns: ["trade_id", "symbol", "side"] }),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [{ function: "max", column: "side", as: "side" }],
      }),
      node("l", "window", {
        function: "lead",
        column: "side",
        as: "next",
        partition_by: [],
        order_by: [{ column: "symbol", direction: "asc" }],
      }),
      node("h", "filter", {
        logic: "or",
        conditions: [
          { column: "side", operator: "matches", value: "^s" },
          { column: "next", operator: "matches", value: "^S" },
          { column: "symbol", operator: "=", value: "JPM" },
        ],
      }),
    ),
    rows: [["AAPL", "sell", "buy"], ["JPM", "buy", "buy"], ["MSFT", "buy", "Sell"]],
    bag: true,
  },
  {
    name: "distinct groups are the groups, distinct values of a metric are fewer",
    graph: chain(
      source(),
      node("g", "group_by", { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] }),
      node("u", "unique", {}),
      node("s", "select", { columns: ["n"] }),
      node("v", "unique", {}),
    ),
    rows: [["1"], ["2"], ["3"]],
    bag: true,
  },
  {
    name: "a false filter after a total leaves no row",
    graph: chain(
      source(),
      node("g", "group_by", { metrics: [{ function: "count", as: "n" }] }),
      node("h", "filter", { logic: "and", conditions: [{ column: "n", operator: ">", value: 99 }] }),
    ),
    rows: [],
  },
  {
    name: "group_by of group_by",
    graph: chain(
      source(),
      node("g", "group_by", { keys: [{ column: "symbol" }], metrics: [{ function: "count", as: "n" }] }),
      node("h", "group_by", { keys: [{ column: "n" }], metrics: [{ function: "count", as: "symbols" }] }),
    ),
    rows: [["1", "2"], ["2", "1"], ["3", "1"]],
    bag: true,
  },
];
