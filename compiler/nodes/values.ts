/** Turns a value from a config into a bound parameter of a column's type. */
import type { Expr, ScalarValue } from "../ir/expr.ts";
import { param } from "../functions/calls.ts";
import { MAX_PRECISION } from "../functions/value_types.ts";
import { shown } from "../schema/shown.ts";
import { FIRST_YEAR, INT64_MAX, INT64_MIN, LAST_YEAR } from "../schema/value_ranges.ts";
import type { TypeName, ValueType } from "../schema/vocabulary.ts";

type ReadValue =
  | { readonly expr: Expr & { kind: "param" } }
  | { readonly wrong: string; readonly expected: string };

/** Of a number beside a column that has fewer. */
const MOST_DIGITS = 38;
const NUMBER = /^[+-]?(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** ISO 8601, with and without its separators; a space may stand for the T. */
const DATES = [/^(\d{4})-(\d{2})-(\d{2})$/, /^(\d{4})(\d{2})(\d{2})$/];
const DATETIMES = [
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/,
  /^(\d{4})(\d{2})(\d{2})[Tt](\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d+))?)?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/,
];

type GivenValue =
  | { readonly value: string | number | boolean }
  /** What would be a value of the type, in words. */
  | { readonly expected: string };

/**
 * Reads a value that comes from a form, an address, a dashboard or a file, for a column of this type, and gives it as a
 * condition keeps it. Text is read as the type says, whole and uncut; a number or a truth for a column of texts is its
 * text, since whoever named the column need not know its type.
 */
export function readGiven(value: unknown, type: TypeName): GivenValue {
  const read = readValue(asGiven(value, type), { type, nullable: false });
  if ("wrong" in read) return { expected: read.expected };
  return { value: read.expr.value ?? "" };
}

/** The value in the form that `readValue` takes. */
export function asGiven(value: unknown, type: TypeName): unknown {
  if (type === "string") return isPlain(value) ? String(value) : value;
  const text = type === "boolean" && typeof value === "string" ? value.trim().toLowerCase() : undefined;
  return text === "true" || text === "false" ? text === "true" : value;
}

/**
 * The items of a given list. Commas separate numbers, times and truths, which hold none; in a column of texts a comma
 * is part of its value.
 */
export function givenItems(items: readonly unknown[], type: TypeName): readonly unknown[] {
  if (type === "string") return items;
  return items.flatMap((item) =>
    typeof item === "string" && item.includes(",") && !("value" in readGiven(item, type))
      ? item.split(",").map((part) => part.trim()).filter((part) => part !== "")
      : [item]
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) || typeof value === "bigint" ||
    typeof value === "boolean";
}

/** A value for a comparison with `type`. Numbers are not rounded: an integer column is compared with 6.5 as it is. */
export function readValue(value: unknown, type: ValueType): ReadValue {
  switch (type.type) {
    case "string":
      return typeof value === "string"
        ? bound(value, { type: "string", nullable: false })
        : wrong(value, "text");
    case "boolean":
      return typeof value === "boolean"
        ? bound(value, { type: "boolean", nullable: false })
        : wrong(value, "true or false");
    case "int64":
    case "decimal":
      return readExact(value, type);
    case "float64":
      return readFloat(value);
    case "date":
    case "datetime":
      return readTime(value);
  }
}

function bound(value: ScalarValue, type: ValueType): ReadValue {
  return { expr: param(value, type) };
}

function wrong(value: unknown, expected: string): ReadValue {
  return { wrong: `Cannot compare with ${shown(value)}: ${expected} is expected.`, expected };
}

function readFloat(value: unknown): ReadValue {
  const text = typeof value === "string" ? value.trim() : value;
  const number = typeof text === "number"
    ? text
    : typeof text === "string" && NUMBER.test(text)
    ? Number(text)
    : NaN;
  return Number.isFinite(number)
    ? bound(number, { type: "float64", nullable: false })
    : wrong(value, "a number");
}

/** Digits as written, without exponent: `1.50` is a decimal of scale 2. */
function readExact(value: unknown, { precision = 0, scale = 0 }: ValueType): ReadValue {
  const most = Math.max(MOST_DIGITS, precision);
  const tooLong = `a number of at most ${most} digits`;
  if (typeof value !== "number" && typeof value !== "string" && typeof value !== "bigint") {
    return wrong(value, "a number");
  }
  const text = String(value).trim();
  const match = NUMBER.exec(text);
  if (match === null) return wrong(value, "a number");
  const digits = (match[1] ?? "") + (match[2] ?? "");
  const point = (match[1] ?? "").length + Number(match[3] ?? 0);
  if (Math.abs(point) > 80) return wrong(value, tooLong);
  const padded = point < 0 ? "0".repeat(-point) + digits : digits.padEnd(point, "0");
  const whole = padded.slice(0, Math.max(point, 0)).replace(/^0+(?=\d)/, "") || "0";
  const fraction = withoutZeros(padded.slice(Math.max(point, 0)));
  const sign = text.startsWith("-") ? "-" : "";
  if (fraction === "") {
    const integer = BigInt(sign + whole);
    if (integer >= INT64_MIN && integer <= INT64_MAX) {
      return bound(integer.toString(), { type: "int64", nullable: false });
    }
  }
  const length = whole.length + fraction.length;
  // Beside the column's own decimals it has to find its place in the widest decimal that there is.
  if (length > most || whole.length + Math.max(fraction.length, scale) > MAX_PRECISION) {
    return wrong(value, tooLong);
  }
  const exact = fraction === "" ? sign + whole : `${sign}${whole}.${fraction}`;
  return bound(exact, { type: "decimal", nullable: false, precision: length, scale: fraction.length });
}

/** Without the zeros at its end; an expression would look for that end behind every zero. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

function readTime(value: unknown): ReadValue {
  const expected = "an ISO 8601 date or time";
  if (typeof value !== "string") return wrong(value, expected);
  const text = value.trim();
  const date = firstMatch(DATES, text);
  const parts = date ?? firstMatch(DATETIMES, text);
  if (parts === undefined) return wrong(value, expected);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [1, 2, 3, 4, 5, 6]
    .map((at) => Number(parts[at] ?? 0));
  if (!isCalendarDay(year, month, day)) return wrong(value, "a day that exists");
  const milliseconds = Number((parts[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const isMidnight = hour === 24 && minute + second + milliseconds === 0;
  const offset = offsetMinutes(parts[8]);
  if (hour > 23 && !isMidnight || minute > 59 || second > 59 || offset === undefined) {
    return wrong(value, "a time that exists");
  }
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, milliseconds));
  if (moment.getUTCFullYear() < FIRST_YEAR || moment.getUTCFullYear() > LAST_YEAR) {
    return wrong(value, `a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  const iso = moment.toISOString();
  return date === undefined
    ? bound(iso, { type: "datetime", nullable: false })
    : bound(iso.slice(0, 10), { type: "date", nullable: false });
}

function firstMatch(expressions: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const expression of expressions) {
    const match = expression.exec(text);
    if (match !== null) return match;
  }
  return undefined;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** How far a zone is ahead of UTC; undefined for one that cannot be. */
function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === "Z" || zone === "z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), zone.length > 3 ? Number(zone.slice(-2)) : 0];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
