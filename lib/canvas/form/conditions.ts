/** Editing a condition without keeping a value that its new operator cannot use. */
import { list, operators, operatorsFor, record, text } from "@/compiler/browser.ts";
import type { OperatorDescription } from "@/compiler/browser.ts";
import type { Column } from "@/compiler/browser.ts";
import { type Config, withKey } from "../model/config.ts";

export function isGroup(item: Config): boolean {
  return Array.isArray(item.conditions);
}

export function emptyGroup(): Config {
  return { logic: "and", conditions: [] };
}

export function newCondition(columns: readonly Column[]): Config {
  const first = columns[0];
  if (!first) return { column: "", operator: "=" };
  return withOperator({ column: first.name }, operatorsFor(first.type)[0]?.operator ?? "=");
}

export function operatorOf(condition: Config): OperatorDescription | undefined {
  return operators.find((each) => each.operator === text(condition.operator));
}

/** Keeps operator and value when the new column's type still takes them. */
export function withColumn(condition: Config, name: string, columns: readonly Column[]): Config {
  const before = columns.find((column) => column.name === text(condition.column))?.type;
  const after = columns.find((column) => column.name === name)?.type;
  const next = withKey(condition, "column", name);
  if (after === undefined || after === before) return next;
  const allowed = operatorsFor(after);
  const kept = allowed.find((each) => each.operator === text(condition.operator)) ?? allowed[0];
  return withOperator(withKey(next, "value", undefined), kept?.operator ?? "=");
}

export function withOperator(condition: Config, operator: string): Config {
  const before = operatorOf(condition)?.value;
  const description = operators.find((each) => each.operator === operator);
  const next = withKey(condition, "operator", operator);
  const cleaned = description?.ignoreCase ? next : withKey(next, "ignore_case", undefined);
  const shape = description?.value ?? "one";
  if (shape === before) return cleaned;
  const plain = shape === "one" ? cleaned : withKey(cleaned, "other_column", undefined);
  return withKey(plain, "value", reshaped(condition.value, shape));
}

function reshaped(value: unknown, shape: OperatorDescription["value"]): unknown {
  const first = Array.isArray(value) ? list(value)[0] : typeof value === "object" ? undefined : value;
  switch (shape) {
    case "none":
      return undefined;
    case "one":
      return first;
    case "pair":
      return [first ?? "", list(value)[1] ?? ""];
    case "list":
      return Array.isArray(value) ? value : first === undefined || first === "" ? [] : [first];
    case "period":
      return record(value).size === undefined ? { size: 1, unit: "day" } : value;
  }
}
