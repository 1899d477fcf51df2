import { aggregate, call, castExpr, param } from "../functions/calls.ts";
import { reference } from "../ir/columns.ts";
import type { AggregateOp, Expr } from "../ir/expr.ts";
import type { JoinOutput, Relation } from "../ir/relation.ts";
import { functionCaption } from "./captions.ts";
import { type BuildScope, computedColumns, defineOutput, findColumn } from "./define.ts";
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
      const value = aggregateRelation(input, [], [plain], scope);
      if (asked.before === undefined) return besideNothing(value, scope);
      return besides(
        value,
        aggregateRelation(asked.before, [], [{ ...plain, name: "previous" }], scope),
        scope,
      );
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

type Ids = Pick<BuildScope, "nodeId" | "nextId">;

/** Two rows as one. */
function besides(left: Relation, right: Relation, { nodeId, nextId }: Ids): Relation {
  const of = (side: JoinOutput["side"], { columns }: Relation) =>
    columns.map((column) => ({ column: { ...column, id: nextId() }, side, from: column.id }));
  const both = [...of("left", left), ...of("right", right)];
  return {
    op: "join",
    nodeId,
    kind: "cross",
    left,
    right,
    on: [],
    outputs: both.map(({ column: { id, type }, side, from }) => ({ id, side, from, type })),
    columns: both.map(({ column }) => column),
    order: [],
  };
}

/** Even a count of nothing is no count of a period that is not there. */
function besideNothing(value: Relation, scope: Ids): Relation {
  const [column] = value.columns;
  if (column === undefined) return value;
  const made = computedColumns([{ name: "previous", expr: param(null, column.type) }], scope);
  return {
    op: "extend",
    nodeId: scope.nodeId,
    input: value,
    computed: made.computed,
    columns: [column, ...made.columns],
    order: [],
  };
}
