/** Metrics with settings of their own: percentiles, weights, conditions inside formulas, empty values skipped. */
import { chain, node, source } from "../support/graphs.ts";
import { type Case, where } from "./case.ts";

const formula = (as: string, expression: string, more: Readonly<Record<string, unknown>> = {}) => ({
  function: "formula",
  as,
  expression,
  ...more,
});
const isBuy = { logic: "and", conditions: [{ column: "side", operator: "=", value: "buy" }] };
const tech = where({ column: "symbol", operator: "in", value: ["AAPL", "MSFT", "NVDA"] });
const none = where({ column: "symbol", operator: "=", value: "none" });
const latest = [{ column: "event_time", direction: "desc" }];
const percentile = (p: number) => ({ function: "percentile", column: "quantity", p, as: `p${p}` });
const weighted = (column: string, weight: string, as: string, more = {}) => ({
  function: "weighted_avg",
  column,
  weight,
  as,
  ...more,
});

const FORMULAS = [
  formula("buys", 'COUNT_IF([side] = "buy")'),
  formula("bought", 'SUM_IF([quantity], [side] = "buy")'),
  formula("large", "AVG_IF([price], [quantity] > 10)"),
  formula("quarter", "PERCENTILE([quantity], 25)"),
  formula("vwap", "ROUND(WEIGHTED_AVG([price], [quantity]), 2)"),
  formula("spread", "VARIANCE([rate])"),
];

export const metrics: readonly Case[] = [
  {
    name: "group_by: percentiles, weighted averages, variances",
    graph: chain(
      source(),
      tech,
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [
          { function: "variance", column: "quantity", as: "variance" },
          ...[0, 25, 97.5, 100].map(percentile),
          weighted("price", "quantity", "vwap"),
          weighted("quantity", "rate", "by_rate"),
          weighted("price", "quantity", "bought", { where: isBuy }),
        ],
      }),
    ),
    columns: ["symbol", "variance", "p0", "p25", "p97.5", "p100", "vwap", "by_rate", "bought"],
    rows: [
      ["AAPL", 25, 10, 12.5, 19.75, 20, 101, 20, 100.5],
      ["MSFT", null, 5, 5, 5, 5, 200, null, 200],
      ["NVDA", null, 20, 20, 20, 20, 300.000001, null, null],
    ],
    bag: true,
  },
  {
    name: "group_by: first and last pass over rows without a value when asked to",
    graph: chain(
      source(),
      tech,
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: ["first", "last"].flatMap((name) =>
          [false, true].map((ignore_nulls) => ({
            function: name,
            column: name === "first" ? "price" : "rate",
            order_by: latest,
            ignore_nulls,
            as: `${name}_${ignore_nulls}`,
          }))
        ),
      }),
    ),
    rows: [
      ["AAPL", null, "101.25", 0.5, 0.5],
      ["MSFT", "201", "201", null, 2.5],
      ["NVDA", "300.000001", "300.000001", 0, 0],
    ],
    bag: true,
  },
  {
    name: "group_by: conditional aggregates, percentiles and weights in formulas",
    graph: chain(
      source(),
      tech,
      node("g", "group_by", {
        keys: [{ column: "symbol" }],
        metrics: [...FORMULAS, formula("both", "COUNT_IF([quantity] > 5)", { where: isBuy })],
      }),
    ),
    rows: [
      ["AAPL", "1", "10", 101.25, 12.5, 101, 1.5833333333, "1"],
      ["MSFT", "2", "5", null, 5, 200, null, "0"],
      ["NVDA", "0", null, 300.000001, 20, 300, null, "0"],
    ],
    bag: true,
  },
  {
    name: "group_by: of no rows a conditional count is 0, percentiles and weighted averages are null",
    graph: chain(
      source(),
      none,
      node("g", "group_by", {
        metrics: [...FORMULAS, percentile(50), weighted("rate", "rate", "w"), {
          function: "variance",
          column: "rate",
          as: "v",
        }],
      }),
    ),
    rows: [["0", null, null, null, null, null, null, null, null]],
  },
  {
    name: "group_by: weights that add up to nothing weigh nothing",
    graph: chain(
      source(),
      where({ column: "trade_id", operator: "in", value: [5, 6, 7] }),
      node("f", "formula", { as: "w", expression: 'IF([symbol] = "JPM", -1, [symbol] = "NVDA", 1, 0)' }),
      node("g", "group_by", {
        metrics: [
          weighted("quantity", "w", "int"),
          weighted("rate", "w", "float"),
          formula(
            "formula",
            "WEIGHTED_AVG([price], [w])",
          ),
        ],
      }),
    ),
    rows: [[null, null, null]],
  },
];
