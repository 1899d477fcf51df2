/** Metrics of a group that are formulas over aggregates. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

const formula = (as: string, expression: string, more: Readonly<Record<string, unknown>> = {}) => ({
  function: "formula",
  as,
  expression,
  ...more,
});
const isBuy = { logic: "and", conditions: [{ column: "side", operator: "=", value: "buy" }] };

export const metricFormulas: readonly Case[] = [
  {
    name: "group_by: formulas over aggregates and keys stand where they were listed",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          formula("spread", "MAX([price]) - MIN([price])"),
          { function: "count", as: "rows" },
          formula("label", '[symbol] & ": " & COUNT()'),
          formula("mean", "SUM([price] * [quantity]) / COUNT([price])"),
          formula("buys", "COUNT() * 10", { where: isBuy }),
          formula("turnover", "SUM([price] * [quantity])"),
        ],
      }),
    ),
    columns: ["symbol", "spread", "rows", "label", "mean", "buys", "turnover"],
    rows: [
      ["AAPL", "0.75", "3", "AAPL: 3", 1515, "10", "3030"],
      ["MSFT", "1", "2", "MSFT: 2", 500, "20", "1000"],
      ["NVDA", "0", "1", "NVDA: 1", 6000.00002, "0", "6000.00002"],
      ["JPM", "0", "1", "JPM: 1", 22.5, "10", "22.5"],
    ],
    bag: true,
  },
  {
    name: "group_by: every other aggregate in a formula",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "in", value: ["AAPL", "MSFT"] }),
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          formula("mean", "AVG([quantity]) + 0"),
          formula("sides", "COUNT_DISTINCT([side]) + 0"),
          formula("middle", "MEDIAN([quantity]) + 0"),
          formula("spread", "STDDEV([quantity]) + 0"),
          formula("last", 'IF(MAX([event_time]) < NOW(), "past", "ahead")'),
        ],
      }),
    ),
    columns: ["symbol", "mean", "sides", "middle", "spread", "last"],
    rows: [
      ["AAPL", 15, "2", 15, 5, "past"],
      ["MSFT", 5, "1", 5, null, "past"],
    ],
    bag: true,
  },
  {
    name: "group_by: a formula over no rows is one row",
    graph: chain(
      source(),
      where({ column: "symbol", operator: "=", value: "none" }),
      node("g", "group_by", {
        metrics: [formula("n", "COUNT() + 1"), formula("mean", "SUM([price]) / COUNT()")],
      }),
    ),
    rows: [["1", null]],
  },
  {
    name: "group_by: a filter on a formula over aggregates, and one on a key of its bucket",
    graph: chain(
      source(),
      node("g", "group_by", {
        keys: [{ column: "event_time", bucket: { size: 1, unit: "day" }, as: "at" }, { column: "symbol" }],
        metrics: [formula("mean", "SUM([quantity]) / COUNT()")],
      }),
      where({ column: "mean", operator: ">=", value: 15 }, {
        column: "symbol",
        operator: "!=",
        value: "NVDA",
      }),
      node("chosen", "select", { columns: ["mean", "symbol"] }),
    ),
    rows: [[15, "AAPL"], [15, "AAPL"]],
    bag: true,
  },
];
