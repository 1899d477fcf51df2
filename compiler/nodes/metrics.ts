/** Metrics of groups: their settings, and what they compute. */
import {
  aggregate,
  type AggregateExtra,
  allOf,
  call,
  percentile,
  weightedAverage,
} from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { Expr, NamedExpr, SortKey } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { buildGroup } from "./conditions.ts";
import { type BuildScope, findColumn } from "./define.ts";
import { metricFormula } from "./metric_formula.ts";
import {
  acceptsType,
  type AggregateFunction,
  AGGREGATES,
  checkName,
  directionField,
  findAggregate,
  NUMBERS,
  sortKeys,
  type SortSetting,
} from "./settings.ts";
import type { Field } from "./spec.ts";

export interface Metric {
  readonly function: AggregateFunction["name"] | "formula";
  readonly column?: string;
  /** Of a formula: over aggregates of the input's columns, and the keys. */
  readonly expression?: string;
  /** Of a percentile: 0 to 100. */
  readonly p?: number;
  /** Of a weighted average: the column of the weights. */
  readonly weight?: string;
  readonly order_by?: readonly SortSetting[];
  readonly ignore_nulls?: boolean;
  readonly where?: unknown;
  readonly as: string;
}

const METRIC_FUNCTION: Field = {
  key: "function",
  label: "Function",
  kind: "choice",
  options: [
    ...AGGREGATES.map(({ name, label }) => ({ value: name, label })),
    { value: "formula", label: "Formula" },
  ],
};

export const metricFields: readonly Field[] = [
  METRIC_FUNCTION,
  {
    key: "column",
    label: "Column",
    help: "What the function reads; only Count does without, and counts rows.",
    kind: "column",
    optional: true,
    when: { key: "function", in: AGGREGATES.map(({ name }) => name) },
  },
  {
    key: "p",
    label: "Percent",
    help: "0 is the smallest value, 50 the median, 100 the largest.",
    kind: "number",
    min: 0,
    max: 100,
    when: { key: "function", in: ["percentile"] },
  },
  {
    key: "weight",
    label: "Weight",
    help: "How much each value counts. Rows without a value or a weight take no part.",
    kind: "column",
    accepts: NUMBERS,
    when: { key: "function", in: ["weighted_avg"] },
  },
  {
    key: "expression",
    label: "Formula",
    help: "For example SUM([price] * [quantity]) / SUM([quantity]).",
    kind: "expression",
    level: "aggregate",
    when: { key: "function", in: ["formula"] },
  },
  {
    key: "order_by",
    label: "In the order of",
    help: "Which row is first or last. Rows without a value here take no part.",
    kind: "list",
    itemLabel: "Order",
    item: [{ key: "column", label: "Column", kind: "column" }, directionField],
    optional: true,
    when: { key: "function", in: ["first", "last"] },
  },
  {
    key: "ignore_nulls",
    label: "Skip empty values",
    help: "Looks for the first or last row that has a value.",
    kind: "toggle",
    optional: true,
    when: { key: "function", in: ["first", "last"] },
  },
  {
    key: "where",
    label: "Only rows where",
    help: "Counts these rows alone, for this metric.",
    kind: "conditions",
    optional: true,
  },
  { key: "as", label: "Name", kind: "text" },
];

export function metricExpr(
  metric: Metric,
  index: number,
  input: Relation,
  keys: readonly NamedExpr[],
  names: Set<string>,
  scope: BuildScope,
): readonly NamedExpr[] {
  const field = `metrics[${index}]`;
  if (!checkName(metric.as, names, scope, `${field}.as`)) return [];
  names.add(metric.as);
  const where = metric.where === undefined
    ? undefined
    : buildGroup(metric.where, input.columns, scope, `${field}.where`);
  if (metric.function === "formula") {
    const report: BuildScope["problem"] = (problem) =>
      scope.problem({ ...problem, field: `${field}.expression` });
    const expr = metricFormula(metric.expression ?? "", input, keys, where, report);
    return expr === undefined ? [] : [{ name: metric.as, expr }];
  }
  const column = metric.column === undefined ? undefined : findColumn(input, metric.column);
  if (column === undefined && metric.function !== "count") {
    scope.problem({
      code: "missing_setting",
      message: `Cannot compute ${metric.function}: no column is chosen.`,
      field: `${field}.column`,
    });
    return [];
  }
  if (column !== undefined && !acceptsType(metric.function, column, scope, `${field}.column`)) return [];
  const needsOrder = findAggregate(metric.function)?.needsOrder ?? false;
  const orderBy = needsOrder ? sortKeys(metric.order_by, input) : [];
  if (needsOrder && orderBy.length === 0) {
    scope.problem({
      code: "missing_setting",
      message: `Cannot tell which row is ${metric.function}: no order is set.`,
      field: `${field}.order_by`,
    });
    return [];
  }
  const expr = metricOf(metric, column, orderBy, where, input);
  return expr === undefined ? [] : [{ name: metric.as, expr }];
}

function metricOf(
  metric: Metric,
  column: RelationColumn | undefined,
  orderBy: readonly SortKey[],
  where: Expr | undefined,
  input: Relation,
): Expr | undefined {
  const { function: name } = metric;
  if (name === "formula" || column === undefined) return aggregate("count", [], extra([], [where]));
  const value = reference(column);
  if (name === "weighted_avg") {
    const weight = findColumn(input, metric.weight ?? "");
    return weight && weightedAverage(value, reference(weight), where);
  }
  if (name === "percentile") return percentile(value, metric.p ?? 50, where);
  const known = orderBy.length > 0 && metric.ignore_nulls ? call("is_not_null", [value]) : undefined;
  return aggregate(name, [value], extra(orderBy, [where, known]));
}

function extra(orderBy: readonly SortKey[], conditions: readonly (Expr | undefined)[]): AggregateExtra {
  const where = allOf(conditions);
  return { orderBy, ...(where ? { where } : {}) };
}
