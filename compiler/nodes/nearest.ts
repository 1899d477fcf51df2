/** As-of joins: beside each left row the right row nearest in time. */
import { call, caseExpr, castExpr, param } from "../functions/mod.ts";
import { reference, totalOrder } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { AsofMatch, JoinOutput, Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, findColumn, passing } from "./define.ts";
import type { Asof, Sides } from "./lowering.ts";
import { periodsBefore } from "./periods.ts";
import { nullable } from "./settings.ts";

const DATETIME: ValueType = { type: "datetime", nullable: false };

function moment(column: RelationColumn): Expr {
  return column.type.type === "datetime"
    ? reference(column)
    : castExpr(reference(column), nullable(DATETIME));
}

/**
 * Rows of the right side without a time are dropped first. A match that is too far away, or that belongs to a left row
 * without a time, is emptied afterwards.
 */
export function nearestInTime(
  { left, right }: Sides,
  asof: Asof,
  join: (sides: Sides, match: AsofMatch) => Relation,
  scope: BuildScope,
): Relation {
  const leftTime = findColumn(left, asof.left);
  const rightTime = findColumn(right, asof.right);
  if (leftTime === undefined || rightTime === undefined) return left;
  const timed: Relation = rightTime.type.nullable
    ? {
      ...passing(right, scope),
      op: "filter",
      predicate: call("is_not_null", [reference(rightTime)]),
    }
    : right;
  // Engines match by times that are never null. What matches this stand-in is emptied by withinTolerance.
  const never = param("1900-01-01T00:00:00.000Z", DATETIME);
  const settle = (expr: Expr) => expr.type.nullable ? call("coalesce", [expr, never]) : expr;
  const match: AsofMatch = {
    left: settle(moment(leftTime)),
    right: settle(moment(rightTime)),
    direction: asof.direction,
    ties: scope.repeatable ? totalOrder([], right.columns) : [],
  };
  // The right time is kept for the check even where it is not shown.
  const joined = join({ left, right: timed }, match);
  if (joined.op !== "join" || (!leftTime.type.nullable && asof.tolerance === undefined)) return joined;
  return withinTolerance(joined, leftTime, rightTime, asof, scope);
}

function withinTolerance(
  joined: Extract<Relation, { op: "join" }>,
  leftTime: RelationColumn,
  rightTime: RelationColumn,
  asof: Asof,
  scope: BuildScope,
): Relation {
  const leftOutput = joined.outputs.find((output) => output.side === "left" && output.from === leftTime.id);
  let outputs = joined.outputs;
  let rightOutput = outputs.find((output) => output.side === "right" && output.from === rightTime.id);
  if (rightOutput === undefined) {
    rightOutput = { id: scope.nextId(), side: "right", from: rightTime.id, type: nullable(rightTime.type) };
    outputs = [...outputs, rightOutput];
  }
  if (leftOutput === undefined) return joined;
  const at = (output: JoinOutput) => moment({ id: output.id, name: "", type: output.type });
  const [left, right] = [at(leftOutput), at(rightOutput)];
  const conditions: Expr[] = [call("is_not_null", [left])];
  if (asof.tolerance) {
    const { size, unit } = asof.tolerance;
    conditions.push(
      asof.direction === "backward"
        ? call("ge", [right, periodsBefore(left, size, unit)])
        : call("le", [right, periodsBefore(left, -size, unit)]),
    );
  }
  const matched = conditions.length === 1 ? conditions[0] as Expr : call("and", conditions);
  const computed: { id: number; expr: Expr }[] = [];
  const columns = joined.columns.map((column) => {
    const output = outputs.find((candidate) => candidate.id === column.id);
    if (output?.side !== "right") return column;
    const id = scope.nextId();
    computed.push({
      id,
      expr: caseExpr([{ when: matched, then: reference(column) }], param(null, column.type)),
    });
    return { ...column, id };
  });
  return { op: "extend", nodeId: scope.nodeId, input: { ...joined, outputs }, computed, columns, order: [] };
}
