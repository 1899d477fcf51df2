import { aggregate, call, castExpr } from "../functions/calls.ts";
import { reference } from "../ir/columns.ts";
import type { AggregateOp, Expr } from "../ir/expr.ts";
import { functionCaption } from "./captions.ts";
import { defineOutput, findColumn } from "./define.ts";
import { aggregateRelation } from "./aggregate_relation.ts";
import { type Period, periodFields, periodsBefore } from "./periods.ts";
import { acceptsType, functionField, TIMES } from "./settings.ts";

interface Config {
  readonly metric: string;
  readonly function: AggregateOp;
  readonly compare?: { readonly column: string; readonly period: Period };
}

export const kpiCard = defineOutput<Config>({
  description: {
    label: "KPI card",
    summary: "One number, with a comparison and a traffic light if you like.",
    icon: { path: "M2.5 4.5h11v7h-11zM5 9V7.5L6.2 7M8 9h3M8 7h2" },
    picture: "figure",
    fields: [
      { key: "metric", label: "Metric", kind: "column" },
      functionField(false),
      {
        key: "compare",
        label: "Compare with the period before",
        help: "The value is then that of the last period up to now, or of the range that a viewer chose.",
        kind: "record",
        optional: true,
        fields: [
          { key: "column", label: "Time", kind: "column", accepts: TIMES },
          { key: "period", label: "Period", kind: "record", fields: periodFields },
        ],
      },
      {
        key: "thresholds",
        label: "Traffic light",
        kind: "record",
        optional: true,
        fields: [
          { key: "amber", label: "Amber from", kind: "number" },
          { key: "red", label: "Red from", kind: "number" },
          {
            key: "direction",
            label: "Warn when the value is",
            kind: "choice",
            options: [{ value: "above", label: "above" }, { value: "below", label: "below" }],
          },
        ],
      },
      {
        key: "format",
        label: "Number format",
        kind: "text",
        placeholder: ",.2f",
        maxLength: 40,
        optional: true,
      },
    ],
    initial: { metric: "", function: "sum" },
  },
  caption: (config) => config.metric ? functionCaption(config.function, config.metric) : "",
  build(config, { in: input }, scope) {
    const metric = findColumn(input, config.metric);
    if (metric === undefined || !acceptsType(config.function, metric, scope, "metric")) return input;
    const args = [reference(metric)];
    const plain = { name: "value", expr: aggregate(config.function, args) };
    const time = config.compare && findColumn(input, config.compare.column);
    if (config.compare === undefined || time === undefined) {
      return aggregateRelation(input, [], [plain], scope);
    }
    const asked = scope.comparedRange(input, time);
    if (asked !== undefined) {
      return aggregateRelation(asked.input, [], [
        { name: "value", expr: aggregate(config.function, args, { where: asked.during }) },
        { name: "previous", expr: aggregate(config.function, args, { where: asked.before }) },
      ], scope);
    }
    const { size, unit } = config.compare.period;
    const moment = time.type.type === "date"
      ? castExpr(reference(time), { type: "datetime", nullable: time.type.nullable })
      : reference(time);
    const now = scope.now();
    const during = (from: Expr, to: Expr) =>
      call("and", [call("gt", [moment, from]), call("le", [moment, to])]);
    const start = periodsBefore(now, size, unit);
    const before = periodsBefore(now, size * 2, unit);
    return aggregateRelation(input, [], [
      { name: "value", expr: aggregate(config.function, args, { where: during(start, now) }) },
      { name: "previous", expr: aggregate(config.function, args, { where: during(before, start) }) },
    ], scope);
  },
});
