/** A time range as conditions on a column. */
import { call, castExpr } from "../functions/calls.ts";
import { reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { RelationColumn } from "../ir/relation.ts";
import type { BuildScope } from "../nodes/define.ts";
import { periodsBefore, readPeriod } from "../nodes/periods.ts";
import type { TimeRange } from "../schema/vocabulary.ts";
import { momentOf } from "./options.ts";

/** A date counts as its midnight. None for a column that is no time. */
export function rangeOn(
  column: RelationColumn,
  { from, to, last }: TimeRange,
  { now }: Pick<BuildScope, "now">,
): readonly Expr[] {
  const { type, nullable } = column.type;
  if (type !== "date" && type !== "datetime") return [];
  const moment = type === "date"
    ? castExpr(reference(column), { type: "datetime", nullable })
    : reference(column);
  const period = readPeriod(last);
  if (period !== undefined && period !== "too_large") {
    const start = periodsBefore(now(), period.size, period.unit);
    return [call("and", [call("gt", [moment, start]), call("le", [moment, now()])])];
  }
  const [start, end] = [momentOf(from), momentOf(to)];
  return [
    ...(start ? [call("ge", [moment, start])] : []),
    ...(end ? [call("lt", [moment, end])] : []),
  ];
}
