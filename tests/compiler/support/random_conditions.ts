/** Random groups of conditions: every operator, nested, against values and other columns. */
import type { Column } from "@/compiler/mod.ts";
import type { Draws } from "./draws.ts";
import { DAYS, DECIMALS, INTS, TEXTS, TIMES } from "./random_tables.ts";

/** In the subset that every engine reads the same. */
const PATTERNS = ["^a", "A|M", "[a-z]+$", "^$", "\\{", "é", "^.{1,4}$", "(AA|MS)"];
const ORDERED = ["=", "!=", "<", "<=", ">", ">="];
const TEXT_OPERATORS = [
  "contains",
  "not_contains",
  "starts_with",
  "not_starts_with",
  "ends_with",
  "not_ends_with",
];
const isNumber = (column: Column) => ["int64", "decimal", "float64"].includes(column.type);
export const isTime = (column: Column) => column.type === "date" || column.type === "datetime";

/** Whether the two can be compared. */
export function meets(one: Column, other: Column): boolean {
  return one.type === other.type || isNumber(one) && isNumber(other) || isTime(one) && isTime(other);
}

export function randomGroup(
  columns: readonly Column[],
  draws: Draws,
  depth: number,
): Record<string, unknown> {
  const conditions = Array.from({ length: draws.next(3) + (depth > 1 ? 1 : 0) }, () => {
    if (depth > 0 && draws.once(4)) return randomGroup(columns, draws, depth - 1);
    return randomCondition(draws.pick(columns), columns, draws);
  });
  return { logic: draws.pick(["and", "or"]), conditions };
}

export function valueOf(column: Column, draws: Draws): unknown {
  switch (column.type) {
    case "string":
      return draws.pick([...TEXTS, "AAPL"]);
    case "boolean":
      return draws.once(2);
    case "date":
      return draws.pick(DAYS);
    case "datetime":
      return draws.once(3) ? draws.pick(TIMES).slice(0, 10) : `${draws.pick(TIMES).replace(" ", "T")}Z`;
    default:
      return draws.pick([...INTS, ...(column.type === "int64" ? ["1.5"] : DECIMALS)]);
  }
}

type Condition = Record<string, unknown>;

/** By what is asked: the rest of a condition on this column. */
const SHAPES: readonly ((column: Column, columns: readonly Column[], draws: Draws) => Condition)[] = [
  (_, __, draws) => ({ operator: draws.pick(["is_null", "is_not_null"]) }),
  (column, _, draws) => ({
    operator: draws.pick(["in", "not_in"]),
    value: Array.from({ length: draws.next(4) }, () => valueOf(column, draws)),
    ...(column.type === "string" && draws.once(2) ? { ignore_case: true } : {}),
  }),
  (column, columns, draws) => ({
    operator: draws.pick(operatorsBetween(column)),
    other_column: draws.pick(columns.filter((other) => meets(column, other))).name,
  }),
  (column, _, draws) =>
    column.type === "string"
      ? { operator: draws.pick(TEXT_OPERATORS), value: valueOf(column, draws), ignore_case: draws.once(2) }
      : { operator: "=", value: valueOf(column, draws) },
  (column, _, draws) => {
    const value = [valueOf(column, draws), valueOf(column, draws)];
    return column.type === "boolean" ? { operator: "!=", value: value[0] } : { operator: "between", value };
  },
  (column, _, draws) => {
    if (column.type === "boolean") return { operator: draws.pick(["is_true", "is_false"]) };
    return { operator: draws.pick(ORDERED), value: valueOf(column, draws) };
  },
  (column, _, draws) => {
    if (column.type === "string") {
      return { operator: draws.pick(["matches", "not_matches"]), value: draws.pick(PATTERNS) };
    }
    if (!isTime(column)) return { operator: "!=", value: valueOf(column, draws) };
    if (!draws.once(3)) return { operator: draws.pick(["before", "after"]), value: valueOf(column, draws) };
    const unit = draws.pick(["second", "hour", "day", "week", "month", "quarter", "year"]);
    return { operator: "last_n", value: { size: 1 + draws.next(60), unit } };
  },
];

function operatorsBetween(column: Column): readonly string[] {
  if (column.type === "boolean") return ["=", "!="];
  if (column.type === "string") return [...ORDERED, ...TEXT_OPERATORS];
  return isTime(column) ? [...ORDERED, "before", "after"] : ORDERED;
}

export function randomCondition(
  column: Column,
  columns: readonly Column[],
  draws: Draws,
): Record<string, unknown> {
  return { column: column.name, ...draws.pick(SHAPES)(column, columns, draws) };
}
