/** Builds the predicate of a nested AND/OR group; reports every condition that cannot be used. */
import { call, param } from "../functions/calls.ts";
import { commonType } from "../functions/value_types.ts";
import { reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { RelationColumn } from "../ir/relation.ts";
import { isRecord } from "../schema/untyped.ts";
import { LIMITS } from "../schema/limits.ts";
import { closestHint } from "../schema/closest_name.ts";
import { shown } from "../schema/shown.ts";
import type { BuildScope } from "./define.ts";
import { findOperator, operators, operatorsFor } from "./operators.ts";
import { type ConditionScope, foldCase, readOperands } from "./operands.ts";
import type { OperatorDescription } from "./spec.ts";

const TRUE: Expr = param(true, { type: "boolean", nullable: false });

export const FALSE: Expr = param(false, { type: "boolean", nullable: false });

/** Undefined when something in it is wrong; an empty group is true. */
export function buildGroup(
  group: unknown,
  columns: readonly RelationColumn[],
  scope: GroupScope,
  path = "",
): Expr | undefined {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return groupExpr(group, { columns: byName, scope, isTooLarge: false, count: 0 }, path, 1);
}

type GroupScope = ConditionScope & Pick<BuildScope, "spent">;

interface Reading {
  readonly columns: ReadonlyMap<string, RelationColumn>;
  readonly scope: GroupScope;
  /** Set at the first group that is nested too deep or holds too much, and ends the reading: a group may contain itself. */
  isTooLarge: boolean;
  /** Conditions read so far, in all groups. */
  count: number;
}

function groupExpr(group: unknown, reading: Reading, path: string, depth: number): Expr | undefined {
  const { scope } = reading;
  const at = (key: string) => path === "" ? key : `${path}.${key}`;
  if (depth > LIMITS.nestedGroups) {
    reading.isTooLarge = true;
    scope.problem({
      code: "too_large",
      message: `Cannot nest more than ${LIMITS.nestedGroups} groups of conditions.`,
      field: path,
      hint: "A group inside a group of the same logic can be written into it.",
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
      message: group.logic === undefined
        ? "Cannot join the conditions: no logic is chosen."
        : `Cannot join the conditions by ${shown(group.logic)}: there is no such logic.`,
      field: at("logic"),
      hint: 'Choose "and" or "or".',
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
  reading.count += items.length;
  scope.spent.conditions += items.length;
  const isSpent = scope.spent.conditions > LIMITS.conditionsInAll;
  if (items.length > LIMITS.items || reading.count > LIMITS.conditions || isSpent) {
    reading.isTooLarge = true;
    scope.problem({
      code: "too_large",
      message: items.length > LIMITS.items
        ? `Cannot use more than ${LIMITS.items} conditions in one group.`
        : isSpent
        ? `Cannot use more than ${LIMITS.conditionsInAll} conditions in one workflow.`
        : `Cannot use more than ${LIMITS.conditions} conditions in one filter.`,
      field: at("conditions"),
    });
    return undefined;
  }
  const parts: Expr[] = [];
  let sound = true;
  for (const [index, item] of items.entries()) {
    const itemPath = `${at("conditions")}[${index}]`;
    const isGroup = isRecord(item) && (item.conditions !== undefined || item.logic !== undefined);
    const expr = isGroup
      ? groupExpr(item, reading, itemPath, depth + 1)
      : conditionExpr(item, reading.columns, scope, itemPath);
    if (reading.isTooLarge) return undefined;
    if (expr === undefined) sound = false;
    else parts.push(expr);
  }
  if (!sound) return undefined;
  const [only] = parts;
  if (only === undefined) return TRUE;
  return parts.length === 1 ? only : call(logic, parts);
}

function conditionExpr(
  condition: unknown,
  columns: ReadonlyMap<string, RelationColumn>,
  scope: ConditionScope,
  path: string,
): Expr | undefined {
  const refuse = (code: string, message: string, key: string, more: { readonly hint?: string } = {}) => {
    scope.problem({ code, message, field: path === "" ? key : `${path}.${key}`, ...more });
    return undefined;
  };
  if (!isRecord(condition)) {
    scope.problem({
      code: "invalid_setting",
      message: `Cannot read a condition: ${shown(condition)} is not an object.`,
      field: path,
    });
    return undefined;
  }
  const column = columnOf(condition.column, columns);
  // A pivot over an empty text makes a column whose name is empty.
  if (typeof condition.column !== "string" || (condition.column === "" && column === undefined)) {
    return refuse("missing_setting", "Cannot use a condition without a column.", "column");
  }
  const operator = findOperator(condition.operator);
  if (operator === undefined) refuseOperator(condition.operator, column, refuse);
  if (column === undefined) {
    return refuse(
      "unknown_column",
      `Cannot find column ${shown(condition.column)}: the input has no such column.`,
      "column",
      closestHint(condition.column, [...columns.keys()]),
    );
  }
  if (operator === undefined) return undefined;
  if (!operator.accepts.includes(column.type.type)) {
    return refuse(
      "invalid_operator",
      `Cannot use "${operator.operator}" on ${shown(column.name)}: it is ${column.type.type}.`,
      "operator",
      { hint: `Such a column takes ${names(operatorsFor(column.type.type))}.` },
    );
  }
  if (condition.ignore_case !== undefined && typeof condition.ignore_case !== "boolean") {
    return refuse("invalid_setting", "Cannot read ignore_case: neither true nor false.", "ignore_case");
  }
  const fold = condition.ignore_case === true && operator.ignoreCase === true &&
    column.type.type === "string";
  const subject = foldCase(reference(column), fold);
  if (namesOther(condition, columns)) {
    const other = columnOf(condition.other_column, columns);
    if (other === undefined) {
      return refuse(
        "unknown_column",
        `Cannot find column ${shown(condition.other_column)}: the input has no such column.`,
        "other_column",
        typeof condition.other_column === "string"
          ? closestHint(condition.other_column, [...columns.keys()])
          : {},
      );
    }
    if (!operator.comparesColumns) {
      return refuse(
        "invalid_operator",
        `Cannot use "${operator.operator}" between two columns.`,
        "operator",
        {
          hint: `Between columns there are ${
            names(operators.filter((entry) => findOperator(entry.operator)?.comparesColumns))
          }.`,
        },
      );
    }
    if (commonType(column.type, other.type) === undefined) {
      return refuse(
        "wrong_type",
        `Cannot compare ${shown(column.name)} (${column.type.type}) with ${
          shown(other.name)
        } (${other.type.type}).`,
        "other_column",
        { hint: "Convert one of them with a formula first." },
      );
    }
    return operator.build(subject, { values: [foldCase(reference(other), fold)] });
  }
  const operands = readOperands(operator, condition.value, column, scope, fold, `${path}.value`);
  return operands && operator.build(subject, operands);
}

const names = (entries: readonly OperatorDescription[]) => entries.map((entry) => entry.operator).join(", ");

function refuseOperator(
  operator: unknown,
  column: RelationColumn | undefined,
  refuse: (code: string, message: string, key: string, more: { readonly hint?: string }) => undefined,
): void {
  const offered = column === undefined ? operators : operatorsFor(column.type.type);
  const choice = { hint: `Choose one of ${names(offered)}.` };
  if (operator === undefined || operator === null || operator === "") {
    refuse("missing_setting", "Cannot use a condition without an operator.", "operator", choice);
    return;
  }
  const near = typeof operator === "string"
    ? closestHint(operator, operators.map((entry) => entry.operator))
    : {};
  refuse(
    "invalid_operator",
    `Cannot use operator ${shown(operator)}: there is no such operator.`,
    "operator",
    near.hint === undefined ? choice : near,
  );
}

function columnOf(name: unknown, columns: ReadonlyMap<string, RelationColumn>): RelationColumn | undefined {
  return typeof name === "string" ? columns.get(name) : undefined;
}

/** An empty name means that no column was chosen, unless a column has an empty name and no value is given. */
function namesOther(
  condition: Readonly<Record<string, unknown>>,
  columns: ReadonlyMap<string, unknown>,
): boolean {
  const { other_column: other, value } = condition;
  if (other === undefined || other === null) return false;
  return other !== "" || (value === undefined && columns.has(""));
}
