/** What group_by, join, window, pivot and the pictures refuse, and where they point. */
import assert from "node:assert/strict";
import { compile, type Graph, type GraphNode } from "@/compiler/mod.ts";
import { catalog, chain, everything, graph, instrumentSource, node, source } from "./support/graphs.ts";

const after = (type: string, config: Record<string, unknown>): Graph =>
  chain(source(), node("it", type, config));
const metric = (config: Record<string, unknown>) =>
  after("group_by", { keys: [{ column: "symbol" }], metrics: [{ as: "m", ...config }] });
const bucket = (column: string, size: number, unit: string) =>
  after("group_by", {
    keys: [{ column, bucket: { size, unit } }],
    metrics: [{ function: "count", as: "n" }],
  });
const byId = [{ column: "trade_id", direction: "asc" }];
const window = (config: Record<string, unknown>) =>
  after("window", { as: "w", partition_by: [], order_by: byId, ...config });
const frame = (preceding: unknown, following: unknown) =>
  window({ function: "sum", column: "quantity", frame: { preceding, following } });
const unpivoted = (columns: readonly string[], name = "name", value = "value") =>
  after("unpivot", { columns, name, value });
const filled = (config: Record<string, unknown>) =>
  after("fill", { time: "event_time", bucket: { size: 1, unit: "hour" }, ...config });
const same = [{ left: "symbol", right: "symbol" }];
const joined = (config: Record<string, unknown>, ...left: GraphNode[]): Graph => {
  const path = [source(), ...left];
  return graph(
    [...path, instrumentSource(), node("it", "join", { keys: same, ...config })],
    [
      ...path.slice(1).map((each, at) => `${path[at]?.id} > ${each.id}`),
      `${path.at(-1)?.id} > it.left`,
      "b > it.right",
    ],
  );
};
const selfJoined = (
  right: GraphNode,
  config: Record<string, unknown> = { kind: "inner", keys: same },
): Graph => ({
  version: 1,
  nodes: [source(), source("c"), right, node("it", "join", config)],
  edges: [
    { source: "a", target: "it", port: "left" },
    { source: "c", target: right.id },
    { source: right.id, target: "it", port: "right" },
  ],
});
const formula = (as: string) => node("f", "formula", { as, expression: "1" });
const sorted = node("f", "sort", { keys: byId });
const pivot = (config: Record<string, unknown>) =>
  after("pivot", { rows: ["symbol"], column: "side", value: "quantity", function: "sum", ...config });

const REFUSED: readonly (readonly [what: string, graph: Graph, code: string, field: string])[] = [
  ["an hour bucket on a date", bucket("day", 1, "hour"), "invalid_bucket", "keys[0].bucket"],
  ["a second bucket on a date", bucket("day", 1, "second"), "invalid_bucket", "keys[0].bucket"],
  ["a bucket on a number", bucket("quantity", 1, "day"), "invalid_bucket", "keys[0].bucket"],
  ["a bucket of nothing", bucket("event_time", 0, "day"), "invalid_setting", "keys[0].bucket.size"],
  ["half a bucket", bucket("event_time", 0.5, "day"), "invalid_setting", "keys[0].bucket.size"],
  ["a bucket too wide", bucket("event_time", 1e9 + 1, "day"), "too_large", "keys[0].bucket.size"],
  ["neither key nor metric", after("group_by", { keys: [], metrics: [] }), "missing_setting", "keys"],
  [
    "one name for two keys",
    after("group_by", { keys: [{ column: "day" }, { column: "day", bucket: { size: 1, unit: "week" } }] }),
    "duplicate_name",
    "keys[1].column",
  ],
  [
    "a metric named as a key",
    after("group_by", { keys: [{ column: "day" }], metrics: [{ function: "count", as: "day" }] }),
    "duplicate_name",
    "metrics[0].as",
  ],
  ["a sum of text", metric({ function: "sum", column: "side" }), "wrong_type", "metrics[0].column"],
  ["a median of times", metric({ function: "median", column: "day" }), "wrong_type", "metrics[0].column"],
  ["a sum of nothing", metric({ function: "sum" }), "missing_setting", "metrics[0].column"],
  [
    "a percentile without its percent",
    metric({ function: "percentile", column: "quantity" }),
    "missing_setting",
    "metrics[0].p",
  ],
  [
    "a percentile below 0",
    metric({ function: "percentile", column: "quantity", p: -1 }),
    "invalid_setting",
    "metrics[0].p",
  ],
  [
    "a percentile above 100",
    metric({ function: "percentile", column: "quantity", p: 101 }),
    "too_large",
    "metrics[0].p",
  ],
  [
    "a percentile of text",
    metric({ function: "percentile", column: "side", p: 5 }),
    "wrong_type",
    "metrics[0].column",
  ],
  ["a variance of times", metric({ function: "variance", column: "day" }), "wrong_type", "metrics[0].column"],
  [
    "an average without weights",
    metric({ function: "weighted_avg", column: "price" }),
    "missing_setting",
    "metrics[0].weight",
  ],
  [
    "an average weighted by text",
    metric({ function: "weighted_avg", column: "price", weight: "side" }),
    "wrong_type",
    "metrics[0].weight",
  ],
  [
    "a weighted average of text",
    metric({ function: "weighted_avg", column: "side", weight: "price" }),
    "wrong_type",
    "metrics[0].column",
  ],
  [
    "a chart's percentile",
    after("bar_chart", { x: "symbol", y: ["price"], function: "percentile" }),
    "invalid_setting",
    "function",
  ],
  ...[
    "PERCENTILE([price], 101)",
    "PERCENTILE([price], -1)",
    "PERCENTILE([price], [quantity])",
    "COUNT_IF([price])",
  ].map((expression) =>
    [expression, metric({ function: "formula", expression }), "wrong_type", "metrics[0].expression"] as const
  ),
  [
    "an aggregate inside a condition",
    metric({ function: "formula", expression: "SUM_IF([price], MAX([price]) > 1)" }),
    "nested_aggregate",
    "metrics[0].expression",
  ],
  [
    "first of no order",
    metric({ function: "first", column: "day" }),
    "missing_setting",
    "metrics[0].order_by",
  ],
  [
    "a condition on a column that is not there",
    metric({
      function: "count",
      where: { logic: "and", conditions: [{ column: "x", operator: "is_null" }] },
    }),
    "unknown_column",
    "metrics[0].where.conditions[0].column",
  ],
  ...["lag", "lead", "first_value", "last_value"].map((name) =>
    [
      `${name} without an order`,
      window({ function: name, column: "quantity", order_by: [] }),
      "missing_setting",
      "order_by",
    ] as const
  ),
  ...["row_number", "rank", "dense_rank"].map((name) =>
    [
      `${name} without an order`,
      window({ function: name, order_by: [] }),
      "missing_setting",
      "order_by",
    ] as const
  ),
  ["a running sum of nothing", window({ function: "sum" }), "missing_setting", "column"],
  ["a window over text", window({ function: "avg", column: "side" }), "wrong_type", "column"],
  ["a taken name", window({ function: "rank", as: "side" }), "duplicate_name", "as"],
  [
    "rows away backwards",
    window({ function: "lag", column: "day", offset: -1 }),
    "invalid_setting",
    "offset",
  ],
  ["a frame from nowhere", frame("current", "current"), "invalid_setting", "frame.preceding"],
  ["a frame of half a row", frame(0.5, "current"), "invalid_setting", "frame.preceding"],
  ["a frame that ends before it begins", frame(1, -1), "invalid_setting", "frame.following"],
  ["a row for no column", unpivoted([]), "missing_setting", "columns"],
  ["a row for a column twice", unpivoted(["side", "symbol", "side"]), "duplicate_name", "columns[2]"],
  ["text and numbers in one column", unpivoted(["side", "quantity"]), "wrong_type", "columns"],
  ["exact and floating numbers in one column", unpivoted(["price", "rate"]), "wrong_type", "columns"],
  ["names into a column that stays", unpivoted(["side"], "day"), "duplicate_name", "name"],
  ["values into a column that stays", unpivoted(["side"], "side", "day"), "duplicate_name", "value"],
  ["names and values into one column", unpivoted(["side"], "side", "side"), "duplicate_name", "value"],
  ["values into a column without a name", unpivoted(["side"], "side", ""), "invalid_name", "value"],
  ["a grid of numbers", filled({ time: "quantity" }), "wrong_type", "time"],
  ["a grid without steps", filled({ bucket: { size: 0, unit: "hour" } }), "invalid_setting", "bucket.size"],
  ["a grid of hours over days", filled({ time: "day" }), "invalid_bucket", "bucket"],
  ["a grid for each moment", filled({ partition_by: ["event_time"] }), "duplicate_name", "partition_by"],
  ["a partition twice", filled({ partition_by: ["side", "side"] }), "duplicate_name", "partition_by[1]"],
  [
    "a column filled twice",
    filled({ columns: [{ column: "rate", mode: "zero" }, { column: "rate", mode: "last" }] }),
    "duplicate_name",
    "columns[1].column",
  ],
  [
    "a partition that is filled",
    filled({ partition_by: ["rate"], columns: [{ column: "rate", mode: "zero" }] }),
    "duplicate_name",
    "columns[0].column",
  ],
  [
    "the time that is filled",
    filled({ columns: [{ column: "event_time", mode: "last" }] }),
    "duplicate_name",
    "columns[0].column",
  ],
  ["zero for text", filled({ columns: [{ column: "side", mode: "zero" }] }), "wrong_type", "columns[0].mode"],
  [
    "a straight line of days",
    filled({ columns: [{ column: "day", mode: "linear" }] }),
    "wrong_type",
    "columns[0].mode",
  ],
  ["a grid from some time", filled({ from: "tomorrow" }), "invalid_value", "from"],
  ["a grid to no day", filled({ to: "2024-02-30" }), "invalid_value", "to"],
  [
    "too many steps",
    filled({ bucket: { size: 1, unit: "second" }, from: "2024-01-01", to: "2024-01-02T03:46:40Z" }),
    "too_large",
    "bucket",
  ],
  ["a join without keys", joined({ kind: "inner", keys: [] }), "missing_setting", "keys"],
  [
    "an as-of join without keys",
    selfJoined(sorted, {
      kind: "asof",
      keys: [],
      asof: { left: "day", right: "day", direction: "backward" },
    }),
    "missing_setting",
    "keys",
  ],
  ["an empty suffix", joined({ kind: "inner", suffix: "" }), "invalid_name", "suffix"],
  [
    "text against a number",
    joined({ kind: "inner", keys: [{ left: "trade_id", right: "sector" }] }),
    "wrong_type",
    "keys[0]",
  ],
  [
    "an as-of join by text",
    joined({ kind: "asof", asof: { left: "event_time", right: "sector", direction: "backward" } }),
    "wrong_type",
    "asof.right",
  ],
  [
    "a suffixed name that the left has",
    joined({ kind: "right" }, formula("symbol_right")),
    "duplicate_name",
    "suffix",
  ],
  [
    "a suffixed name that the right has after it",
    selfJoined(formula("side_right")),
    "duplicate_name",
    "suffix",
  ],
  [
    "a suffixed name that the right has before it",
    selfJoined(node("f", "rename", { renames: [{ from: "trade_id", to: "side_right" }] })),
    "duplicate_name",
    "suffix",
  ],
  ["a pivot of no values", pivot({}), "pivot_values_needed", "values"],
  ["a pivot without rows and values", pivot({ values: [], rows: [] }), "no_columns", "values"],
  ["at most no columns", pivot({ values: ["buy"], most: 0 }), "invalid_setting", "most"],
  ["at most too many columns", pivot({ values: ["buy"], most: 1001 }), "too_large", "most"],
  ["a pivoted value named as a row key", pivot({ values: ["symbol"] }), "duplicate_name", "values[0]"],
  ["a pivoted value twice", pivot({ values: ["buy", "buy"] }), "duplicate_name", "values[1]"],
  ["a value of another type", pivot({ column: "day", values: ["buy"] }), "invalid_value", "values[0]"],
  ["a pivot by first", pivot({ function: "first", values: ["buy"] }), "invalid_setting", "function"],
  [
    "one column twice in a chart",
    after("bar_chart", { x: "side", y: ["quantity", "quantity"] }),
    "duplicate_name",
    "y[1]",
  ],
  [
    "a sum of names in a chart",
    after("bar_chart", { x: "day", y: ["side"], function: "sum" }),
    "wrong_type",
    "y[0]",
  ],
  [
    "a period that is none",
    after("kpi_card", {
      metric: "quantity",
      function: "sum",
      compare: { column: "event_time", period: { size: 0, unit: "day" } },
    }),
    "invalid_setting",
    "compare.period.size",
  ],
  [
    "a pivot table with a dimension called value",
    chain(
      source(),
      formula("value"),
      node("it", "pivot_table", { rows: ["value"], value: "quantity", function: "sum" }),
    ),
    "duplicate_name",
    "rows[0]",
  ],
];

for (const [what, refused, code, field] of REFUSED) {
  Deno.test(`refused: ${what}`, () => {
    const compiled = compile(refused, "it", { catalog, dialect: "clickhouse", entitlements: everything });
    assert.ok(!compiled.ok, "it compiles");
    const found = compiled.problems.map((problem) => `${problem.nodeId} ${problem.code} ${problem.field}`);
    assert.deepEqual(found, [`it ${code} ${field}`]);
  });
}
