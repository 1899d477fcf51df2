/** Filters: every operator, and three-valued logic. Null is "unknown". */
import type { Column } from "@/compiler/schema/types.ts";
import { addUnits } from "../formula/evaluator/time.ts";
import type { Period } from "./node.ts";
import { cellAt, columnOf, indexOf, type Line } from "./relation.ts";
import { compareValues, readTime, readValue, type Value } from "./values.ts";

interface Condition {
  readonly column: string;
  readonly operator: string;
  readonly value?: unknown;
  readonly other_column?: string;
  readonly ignore_case?: boolean;
}

export interface Group {
  readonly logic: "and" | "or";
  readonly conditions: readonly (Group | Condition)[];
}

type Truth = boolean | null;

/** The cell, never null; the setting; how a value of the setting is read; the time. */
type Test = (cell: NonNullable<Value>, value: unknown, read: (given: unknown) => Value, now: number) => Truth;

const comparing = (holds: (difference: number) => boolean): Test => (cell, value, read) => {
  const other = read(value);
  return other === null ? null : holds(compareValues(cell, other));
};

const isIn: Test = (cell, value, read) =>
  (value as readonly unknown[]).some((each) => compareValues(cell, read(each)) === 0);

const onText = (holds: (text: string, part: string) => boolean): Test => (cell, value, read) => {
  const other = read(value);
  return other === null ? null : holds(String(cell), String(other));
};

const matches: Test = (cell, value) => new RegExp(String(value), "us").test(String(cell));

const not = (test: Test): Test => (...given) => {
  const truth = test(...given);
  return truth === null ? null : !truth;
};

const contains = onText((text, part) => text.includes(part));
const startsWith = onText((text, part) => text.startsWith(part));
const endsWith = onText((text, part) => text.endsWith(part));

const TESTS: Readonly<Record<string, Test>> = {
  "=": comparing((difference) => difference === 0),
  "!=": comparing((difference) => difference !== 0),
  ">": comparing((difference) => difference > 0),
  ">=": comparing((difference) => difference >= 0),
  "<": comparing((difference) => difference < 0),
  "<=": comparing((difference) => difference <= 0),
  before: comparing((difference) => difference < 0),
  after: comparing((difference) => difference > 0),
  between: (cell, value, read) => {
    const [low = null, high = null] = (value as readonly unknown[]).map(read);
    return compareValues(cell, low) >= 0 && compareValues(cell, high) <= 0;
  },
  in: isIn,
  not_in: not(isIn),
  contains,
  not_contains: not(contains),
  starts_with: startsWith,
  not_starts_with: not(startsWith),
  ends_with: endsWith,
  not_ends_with: not(endsWith),
  matches,
  not_matches: not(matches),
  last_n: (cell, value, _read, now) => {
    const { size, unit } = value as Period;
    return !(Number(cell) <= addUnits(now, -size, unit)) && Number(cell) <= now;
  },
  is_true: (cell) => cell === true,
  is_false: (cell) => cell === false,
};

/** With a date alone a time is compared as its own date is. */
const isDay = (given: unknown) => /^\d{4}-?\d{2}-?\d{2}$/.test(String(given));
const DAY_MS = 86_400_000;

const byDay = (test: Test): Test => (cell, value, read, now) => {
  const dayOf = Math.floor(Number(cell) / DAY_MS) * DAY_MS;
  return test(isDay(value) ? dayOf : cell, value, read, now);
};

/** Each of several values by itself. */
const TIME_TESTS: Readonly<Record<string, Test>> = {
  between: (cell, value, read, now) => {
    const [low, high] = value as readonly unknown[];
    return byDay(TESTS[">="]!)(cell, low, read, now) && byDay(TESTS["<="]!)(cell, high, read, now);
  },
  in: (cell, value, read, now) =>
    (value as readonly unknown[]).some((each) => byDay(TESTS["="]!)(cell, each, read, now)),
  not_in: (...given) => !TIME_TESTS.in!(...given),
};

const lowered = (value: Value): Value => typeof value === "string" ? value.toLowerCase() : value;

function conditionHolds(condition: Condition, columns: readonly Column[], line: Line, now: number): Truth {
  const { column, operator, value, other_column: other, ignore_case: ignoresCase } = condition;
  const cell = cellAt(line, indexOf(columns, column));
  if (operator === "is_null") return cell === null;
  if (operator === "is_not_null") return cell !== null;
  // A list without members says the same of every row, of nulls too.
  if ((operator === "in" || operator === "not_in") && (value as unknown[]).length === 0) {
    return operator === "not_in";
  }
  const { type } = columnOf(columns, column);
  const test = type === "datetime" && other === undefined && operator !== "last_n"
    ? TIME_TESTS[operator] ?? byDay(TESTS[operator]!)
    : TESTS[operator];
  if (test === undefined) throw new TypeError(`There is no operator ${operator}`);
  if (cell === null) return null;
  const folded = (each: Value) => (ignoresCase ? lowered(each) : each);
  const read = other === undefined
    ? (given: unknown) => type === "date" ? readTime(String(given)) : readValue(given, { type })
    : () => cellAt(line, indexOf(columns, other));
  return test(folded(cell) as NonNullable<Value>, value, (given) => folded(read(given)), now);
}

function truthOf(group: Group | Condition, columns: readonly Column[], line: Line, now: number): Truth {
  if (!("logic" in group)) return conditionHolds(group, columns, line, now);
  const truths = group.conditions.map((each) => truthOf(each, columns, line, now));
  if (truths.length === 0) return true;
  const decisive = group.logic === "or";
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}

export function keeps(
  group: Group | Condition,
  columns: readonly Column[],
  now: number,
): (line: Line) => boolean {
  return (line) => truthOf(group, columns, line, now) === true;
}
