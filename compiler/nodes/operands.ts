/** Reads what a condition compares with. */
import { call } from "../functions/calls.ts";
import { readPattern } from "../functions/patterns.ts";
import { commonType } from "../functions/value_types.ts";
import { type Expr, type ExprOf, TIME_UNITS } from "../ir/expr.ts";
import type { RelationColumn } from "../ir/relation.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { isDayOf } from "./days.ts";
import type { BuildScope } from "./define.ts";
import type { Operands, Operator } from "./operators.ts";
import { periodsBefore, readPeriod } from "./periods.ts";
import { asGiven, givenItems, readValue } from "./values.ts";

export interface ConditionScope extends Pick<BuildScope, "problem" | "now"> {
  /** Whether values come from outside of the workflow, from someone who does not know the columns' types. */
  readonly isGiven?: boolean;
}

export function foldCase(expr: Expr, fold: boolean): Expr {
  return fold ? call("lower", [expr]) : expr;
}

export function readOperands(
  operator: Operator,
  written: unknown,
  column: RelationColumn,
  scope: ConditionScope,
  fold: boolean,
  field: string,
): Operands | undefined {
  const value = scope.isGiven && Array.isArray(written) ? givenItems(written, column.type.type) : written;
  const refuse = (message: string, hint?: string, code = "invalid_value") => {
    scope.problem({ code, message, field, ...(hint ? { hint } : {}) });
    return undefined;
  };
  const read = (item: unknown) => {
    const found = readValue(scope.isGiven ? asGiven(item, column.type.type) : item, column.type);
    if ("expr" in found) return found.expr;
    const subject = `${shown(column.name)} (${column.type.type})`;
    return refuse(`Cannot compare ${subject} with ${shown(item)}: ${found.expected} is expected.`);
  };
  switch (operator.value) {
    case "none":
      return { values: [] };
    case "one": {
      if (value === null || value === undefined) {
        return refuse(
          `Cannot compare ${shown(column.name)} with nothing: no value is given.`,
          "Use is_null or is_not_null to look for empty values.",
        );
      }
      const expr = read(value);
      if (expr === undefined) return undefined;
      const pattern = operator.isPattern ? readPattern(String(expr.value)) : undefined;
      if (pattern?.ok === false) {
        return refuse(`Cannot read the pattern: ${pattern.reason}.`, undefined, "invalid_pattern");
      }
      return { values: [foldCase(expr, fold)] };
    }
    case "pair": {
      const hint = "Give the lower and the upper end, both included.";
      if (!Array.isArray(value) || value.length !== 2) {
        return refuse(`Cannot use ${operator.operator}: a list of two values is expected.`, hint);
      }
      const exprs: Expr[] = [];
      for (const item of value) {
        if (item === null || item === undefined) {
          return refuse(`Cannot use ${operator.operator}: one of the two values is missing.`, hint);
        }
        const expr = read(item);
        if (expr === undefined) return undefined;
        exprs.push(expr);
      }
      return { values: exprs };
    }
    case "list": {
      const list = readList(value, column, read, refuse);
      return list && { values: [], folded: fold, ...list };
    }
    case "period": {
      const period = readPeriod(value);
      if (period === undefined) {
        return refuse(
          `Cannot use ${operator.operator}: a whole size above 0 and a unit are expected.`,
          `Units are ${TIME_UNITS.join(", ")}.`,
        );
      }
      if (period === "too_large") {
        return refuse(`Cannot use a period above ${LIMITS.count}.`, undefined, "too_large");
      }
      const now = scope.now();
      return { values: [periodsBefore(now, period.size, period.unit), now] };
    }
  }
}

function readList(
  value: unknown,
  column: RelationColumn,
  read: (item: unknown) => ExprOf<"param"> | undefined,
  refuse: (message: string, hint?: string, code?: string) => undefined,
): Pick<Operands, "list" | "days"> | undefined {
  if (!Array.isArray(value)) {
    return refuse("Cannot use this operator: a list of values is expected.", "Write [value, value, …].");
  }
  if (value.length > LIMITS.values) {
    return refuse(
      `Cannot compare with ${value.length} values: at most ${LIMITS.values} are allowed.`,
      "Join with a table that holds them.",
      "too_large",
    );
  }
  const values: ExprOf<"param">[] = [];
  const days: ExprOf<"param">[] = [];
  let type = { ...column.type, nullable: false };
  for (const item of value) {
    if (item === null || item === undefined) {
      return refuse("Cannot look for nothing in a list.", "Use is_null in a condition of its own.");
    }
    const expr = read(item);
    if (expr === undefined) return undefined;
    if (isDayOf(column, expr)) {
      days.push(expr);
      continue;
    }
    type = { ...(commonType(type, expr.type) ?? type), nullable: false };
    values.push(expr);
  }
  return {
    ...(values.length > 0 || days.length === 0 ? { list: listOf(values, type) } : {}),
    ...(days.length > 0 ? { days: listOf(days, { type: "date", nullable: false }) } : {}),
  };
}

/** A date in a list of datetimes, for a column of dates, stands for its midnight. */
function listOf(exprs: readonly ExprOf<"param">[], type: ValueType): Expr {
  const isMidnight = (expr: ExprOf<"param">) => expr.type.type === "date" && type.type === "datetime";
  const values = exprs.map((expr) => isMidnight(expr) ? `${expr.value}T00:00:00.000Z` : expr.value);
  return { kind: "list", values, type };
}
