/** Pieces of the lines under nodes' names. A config is whatever was saved, so nothing of it is taken for granted. */
import { list, record, text, type Untyped } from "../schema/untyped.ts";
import { findOperator } from "./operators.ts";

/** `price ↓, symbol ↑`. */
export function sortCaption(keys: unknown): string {
  return list(keys).map(record).filter(({ column }) => column)
    .map(({ column, direction }) => `${text(column)} ${direction === "desc" ? "↓" : "↑"}`).join(", ");
}

/** `sum(price)`, or `sum()` where no column is set. */
export function functionCaption(name: unknown, column: unknown): string {
  return `${text(name)}(${text(column)})`;
}

const MOST_ITEMS = 4;
const DEEPEST_GROUP = 2;

/** `price > 100 and (symbol in AAPL, MSFT)`. */
export function conditionsCaption(group: Untyped, depth = 0): string {
  const parts = list(group.conditions).slice(0, MOST_ITEMS).map(record).map((condition) =>
    Array.isArray(condition.conditions)
      ? depth < DEEPEST_GROUP ? `(${conditionsCaption(condition, depth + 1)})` : "(…)"
      : comparison(condition)
  );
  return parts.filter((part) => part !== "" && part !== "()").join(group.logic === "or" ? " or " : " and ");
}

function comparison(condition: Untyped): string {
  if (!condition.column) return "";
  const operator = text(condition.operator);
  const value = condition.other_column !== undefined
    ? text(condition.other_column)
    : valueCaption(condition.value);
  return [text(condition.column), findOperator(operator)?.caption ?? operator, value].filter(Boolean).join(
    " ",
  );
}

function valueCaption(value: unknown): string {
  if (Array.isArray(value)) {
    return value.slice(0, MOST_ITEMS).map(text).join(", ") + (value.length > MOST_ITEMS ? ", …" : "");
  }
  const { size, unit } = record(value);
  if (size !== undefined) return `${text(size)} ${text(unit)}s`;
  return typeof value === "boolean" ? String(value) : text(value);
}

const DEEPEST_COUNT = 50;

/** How many conditions a group and the groups in it hold. */
export function countConditions(group: unknown, depth = 0): number {
  if (depth > DEEPEST_COUNT) return 0;
  return list(record(group).conditions).reduce<number>(
    (sum, item) => sum + (Array.isArray(record(item).conditions) ? countConditions(item, depth + 1) : 1),
    0,
  );
}
