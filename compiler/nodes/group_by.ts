import { call } from "../functions/calls.ts";
import { isDateUnit } from "../functions/rules.ts";
import { reference } from "../ir/columns.ts";
import type { Expr, NamedExpr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { list, record, text, type Untyped } from "../schema/untyped.ts";
import { type BuildScope, defineNode, findColumn } from "./define.ts";
import { groupWithFormulas } from "./metric_formula.ts";
import { type Metric, metricExpr, metricFields } from "./metrics.ts";
import { LONGEST_BUCKET_YEARS, type Period, periodFields, stepProblem } from "./periods.ts";
import { checkName, TIMES } from "./settings.ts";

interface Key {
  readonly column: string;
  readonly bucket?: Period;
  readonly as?: string;
}

interface Config {
  readonly keys?: readonly Key[];
  readonly metrics?: readonly Metric[];
}

export const groupBy = defineNode<Config>({
  description: {
    label: "Group by",
    category: "summarise",
    summary: "One row per group, with totals and other metrics.",
    icon: { path: "M2.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9 4.5h4.5M9 11.5h4.5M11 8h2.5" },
    inputs: ["in"],
    fields: [
      {
        key: "keys",
        label: "Group by",
        help: "One row for each combination of these. None gives one row for everything.",
        kind: "list",
        itemLabel: "Dimension",
        optional: true,
        item: [
          { key: "column", label: "Column", kind: "column" },
          {
            key: "bucket",
            label: "Time bucket",
            help: "Rounds times down, counted from 1970-01-01 UTC; weeks start on Monday.",
            kind: "record",
            fields: periodFields,
            optional: true,
          },
          { key: "as", label: "Name", kind: "text", placeholder: "as the column", optional: true },
        ],
      },
      {
        key: "metrics",
        label: "Metrics",
        kind: "list",
        itemLabel: "Metric",
        optional: true,
        item: metricFields,
      },
    ],
    initial: { keys: [], metrics: [{ function: "count", as: "count" }] },
  },
  caption: groupingCaption,
  build(config, { in: input }, scope): Relation {
    const names = new Set<string>();
    const keys = (config.keys ?? []).flatMap((key, index) => keyExpr(key, index, input, names, scope));
    const metrics = (config.metrics ?? []).flatMap((metric, index) =>
      metricExpr(metric, index, input, keys, names, scope)
    );
    if (!scope.isFaulty && (config.keys ?? []).length + (config.metrics ?? []).length === 0) {
      scope.problem({
        code: "missing_setting",
        message: "Cannot group: neither a key nor a metric is set.",
        field: "keys",
      });
    }
    return groupWithFormulas(input, keys, metrics, scope);
  },
});

function keyExpr(
  key: Key,
  index: number,
  input: Relation,
  names: Set<string>,
  scope: BuildScope,
): readonly NamedExpr[] {
  const column = findColumn(input, key.column);
  if (column === undefined) return [];
  const field = `keys[${index}]`;
  const name = key.as === undefined || key.as === "" ? key.column : key.as;
  if (!checkName(name, names, scope, `${field}.${key.as ? "as" : "column"}`)) return [];
  names.add(name);
  let expr: Expr = reference(column);
  if (key.bucket !== undefined) {
    const { size, unit } = key.bucket;
    const tooFine = column.type.type === "date" && !isDateUnit(unit);
    if (!TIMES.includes(column.type.type) || tooFine) {
      scope.problem({
        code: "invalid_bucket",
        message: `Cannot bucket column "${column.name}" by ${unit}: it is ${column.type.type}.`,
        field: `${field}.bucket`,
        hint: tooFine ? "Use days or longer for dates." : "Buckets are for dates and times.",
      });
      return [{ name, expr }];
    }
    const problem = stepProblem(key.bucket, LONGEST_BUCKET_YEARS);
    if (problem) scope.problem({ ...problem, field: `${field}.bucket` });
    else expr = call("bucket", [expr], { size, unit });
  }
  return [{ name, expr }];
}

function groupingCaption(config: Untyped): string {
  const metrics = list(config.metrics).map(record).map((metric) =>
    metric.function === "formula"
      ? text(metric.as)
      : `${text(metric.function)}(${text(metric.column) || (metric.function === "count" ? "rows" : "…")})`
  ).join(", ");
  const by = list(config.keys).map(record).map(({ column, bucket }) =>
    bucket ? `${text(column)} per ${text(record(bucket).size)} ${text(record(bucket).unit)}` : text(column)
  ).join(", ");
  return by ? `${metrics || "groups"} by ${by}` : metrics;
}
