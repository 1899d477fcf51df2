/** Builds the predicate of a nested AND/OR group; reports every condition that cannot be used. */
import { call, param } from "../functions/calls.ts";
import { commonType } from "../functions/value_types.ts";
import { reference } from "../ir/columns.ts";
import type { Expr, ScalarValue, TimeUnit } from "../ir/expr.ts";
import type { RelationColumn } from "../ir/relation.ts";
import { isRecord } from "../schema/graph.ts";
import { LIMITS } from "../schema/limits.ts";
import { nearestHint, shown } from "../schema/nearest.ts";
import type { BuildScope } from "./define.ts";
import { findOperator, type Operands, type Operator, operators } from "./operators.ts";
import { readPeriod } from "./periods.ts";
import { readValue } from "./values.ts";

type Scope = Pick<BuildScope, "problem" | "now">;

export const TRUE: Expr = param(true, { type: "boolean", nullable: false });

/** Undefined when something in it is wrong; an empty group is true. */
export function buildGroup(
  group: unknown,
  columns: readonly RelationColumn[],
  scope: Scope,
  path = "",
): Expr | undefined {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return groupExpr(group, byName, scope, path, 1);
}

function groupExpr(
  group: unknown,
  columns: ReadonlyMap<string, RelationColumn>,
  scope: Scope,
  path: string,
  depth: number,
): Expr | undefined {
  const at = (key: string) => path === "" ? key : `${path}.${key}`;
  if (depth > LIMITS.nestedGroups) {
    scope.problem({
      code: "too_large",
      message: `Cannot nest more than ${LIMITS.nestedGroups} groups of conditions.`,
      field: path,
    });
    return undefined;
  }
  if (!isRecord(group)) {
    scope.problem({
      code: "invalid_setting",
      message: "Cannot read a group: it is not an object.",
      field: path,
    });
    return undefined;
  }
  const { conditions } = group;
  const logic = group.logic ?? (conditions === undefined ? "and" : undefined);
  if (logic !== "and" && logic !== "or") {
    scope.problem({
      code: "invalid_setting",
      message: `Cannot join conditions by ${shown(group.logic)}: only "and" and "or" are known.`,
      field: at("logic"),
    });
    return undefined;
  }
  if (conditions !== undefined && !Array.isArray(conditions)) {
    scope.problem({
      code: "invalid_setting",
      message: "Cannot read the conditions: not a list.",
      field: at("conditions"),
    });
    return undefined;
  }
  const items: readonly unknown[] = conditions ?? [];
  if (items.length > LIMITS.items) {
    scope.problem({
      code: "too_large",
      message: `Cannot use more than ${LIMITS.items} conditions in one group.`,
      field: at("conditions"),
    });
    return undefined;
  }
  const parts: Expr[] = [];
  let sound = true;
  items.forEach((item, index) => {
    const itemPath = `${at("conditions")}[${index}]`;
    const isGroup = isRecord(item) && (item.conditions !== undefined || item.logic !== undefined);
    const expr = isGroup
      ? groupExpr(item, columns, scope, itemPath, depth + 1)
      : conditionExpr(item, columns, scope, itemPath);
    if (expr === undefined) sound = false;
    else parts.push(expr);
  });
  if (!sound) return undefined;
  const [only] = parts;
  if (only === undefined) return TRUE;
  return parts.length === 1 ? only : call(logic, parts);
}

function conditionExpr(
  condition: unknown,
  columns: ReadonlyMap<string, RelationColumn>,
  scope: Scope,
  path: string,
): Expr | undefined {
  const refuse = (code: string, message: string, key: string, more: { readonly hint?: string } = {}) => {
    scope.problem({ code, message, field: path === "" ? key : `${path}.${key}`, ...more });
    return undefined;
  };
  if (!isRecord(condition)) {
    return refuse("invalid_setting", "Cannot read a condition: it is not an object.", "column");
  }
  const column = columnOf(condition.column, columns);
  if (typeof condition.column !== "string" || condition.column === "") {
    return refuse("missing_setting", "Cannot use a condition without a column.", "column");
  }
  const operator = findOperator(condition.operator);
  if (operator === undefined) {
    refuse(
      "invalid_operator",
      `Cannot use operator ${shown(condition.operator)}: there is no such operator.`,
      "operator",
      typeof condition.operator === "string"
        ? nearestHint(condition.operator, operators.map((entry) => entry.operator))
        : {},
    );
  }
  if (column === undefined) {
    return refuse(
      "unknown_column",
      `Cannot find column ${shown(condition.column)}: the input has no such column.`,
      "column",
      nearestHint(condition.column, [...columns.keys()]),
    );
  }
  if (operator === undefined) return undefined;
  if (!operator.accepts.includes(column.type.type)) {
    return refuse(
      "invalid_operator",
      `Cannot use "${operator.operator}" on ${shown(column.name)}: it is ${column.type.type}.`,
      "operator",
      { hint: `It works on ${operator.accepts.join(", ")}.` },
    );
  }
  if (condition.ignore_case !== undefined && typeof condition.ignore_case !== "boolean") {
    return refuse("invalid_setting", "Cannot read ignore_case: neither true nor false.", "ignore_case");
  }
  const fold = condition.ignore_case === true && operator.ignoreCase === true &&
    column.type.type === "string";
  const subject = foldCase(reference(column), fold);
  if (
    condition.other_column !== undefined && condition.other_column !== null && condition.other_column !== ""
  ) {
    const other = columnOf(condition.other_column, columns);
    if (other === undefined) {
      return refuse(
        "unknown_column",
        `Cannot find column ${shown(condition.other_column)}: the input has no such column.`,
        "other_column",
        nearestHint(String(condition.other_column), [...columns.keys()]),
      );
    }
    if (!operator.comparesColumns) {
      return refuse("invalid_operator", `Cannot use "${operator.operator}" between two columns.`, "operator");
    }
    if (commonType(column.type, other.type) === undefined) {
      return refuse(
        "wrong_type",
        `Cannot compare ${shown(column.name)} (${column.type.type}) with ${
          shown(other.name)
        } (${other.type.type}).`,
        "other_column",
      );
    }
    return operator.build(subject, { values: [foldCase(reference(other), fold)] });
  }
  const operands = readOperands(operator, condition.value, column, scope, fold, `${path}.value`);
  return operands && operator.build(subject, operands);
}

function columnOf(name: unknown, columns: ReadonlyMap<string, RelationColumn>): RelationColumn | undefined {
  return typeof name === "string" ? columns.get(name) : undefined;
}

function foldCase(expr: Expr, fold: boolean): Expr {
  return fold ? call("lower", [expr]) : expr;
}

function readOperands(
  operator: Operator,
  value: unknown,
  column: RelationColumn,
  scope: Scope,
  fold: boolean,
  field: string,
): Operands | undefined {
  const refuse = (message: string, hint?: string) => {
    scope.problem({ code: "invalid_value", message, field, ...(hint ? { hint } : {}) });
    return undefined;
  };
  switch (operator.value) {
    case "none":
      return { values: [] };
    case "one": {
      if (value === null || value === undefined) {
        return refuse("Cannot compare with nothing.", "Use is_null or is_not_null to look for empty values.");
      }
      const read = readValue(value, column.type);
      return "wrong" in read ? refuse(read.wrong) : { values: [foldCase(read.expr, fold)] };
    }
    case "pair": {
      if (!Array.isArray(value) || value.length !== 2) {
        return refuse("Cannot use between: two values are expected.");
      }
      const reads = value.map((item) => readValue(item, column.type));
      const exprs: Expr[] = [];
      for (const read of reads) {
        if ("wrong" in read) return refuse(read.wrong);
        exprs.push(read.expr);
      }
      return { values: exprs };
    }
    case "list":
      return readList(value, column, fold, refuse);
    case "period": {
      const period = readPeriod(value);
      if (period === undefined) return refuse("Cannot use last_n: a size above 0 and a unit are expected.");
      if (period === "too_large") {
        scope.problem({ code: "too_large", message: `Cannot use a period above ${LIMITS.count}.`, field });
        return undefined;
      }
      const now = scope.now();
      return { values: [periodsBefore(now, period.size, period.unit), now] };
    }
  }
}

/** The moment `size` units before another. */
export function periodsBefore(moment: Expr, size: number, unit: TimeUnit): Expr {
  const count = param(String(-size), { type: "int64", nullable: false });
  return call("date_add", [count, moment], { unit });
}

function readList(
  value: unknown,
  column: RelationColumn,
  fold: boolean,
  refuse: (message: string, hint?: string) => undefined,
): Operands | undefined {
  if (!Array.isArray(value)) return refuse("Cannot use this operator: a list of values is expected.");
  if (value.length > LIMITS.values) return refuse(`Cannot compare with more than ${LIMITS.values} values.`);
  const values: ScalarValue[] = [];
  let type = { ...column.type, nullable: false };
  for (const item of value) {
    if (item === null || item === undefined) {
      return refuse("Cannot look for nothing in a list.", "Use is_null in a condition of its own.");
    }
    const read = readValue(item, column.type);
    if ("wrong" in read) return refuse(read.wrong);
    type = { ...(commonType(type, read.expr.type) ?? type), nullable: false };
    const text = read.expr.value;
    values.push(fold && typeof text === "string" ? text.toLowerCase() : text);
  }
  const list: Expr = { kind: "list", values, type };
  return { values: [], list };
}
