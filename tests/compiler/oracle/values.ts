/** Values of one cell: int64 as bigint, decimals exact, times as milliseconds; and how they compare and print. */
import type { TypeName, ValueType } from "@/compiler/schema/types.ts";
import { decimal, decimalText, toNumber } from "../formula/evaluator/decimal.ts";
import { compare as compareAlike, text as textOf, type Value } from "../formula/evaluator/evaluate.ts";
import type { Cell } from "../support/engines.ts";

export type { Value };

/** The text leaves it open, or floating point decides it: nothing is said about such a workflow. */
export class Undecided extends Error {}

const isDecimal = (value: Value) => typeof value === "object" && value !== null;
const isExact = (value: Value) => typeof value === "bigint" || isDecimal(value);

export function asNumber(value: Value): number {
  return typeof value === "object" && value !== null ? toNumber(value) : Number(value);
}

/** Text by bytes, exact numbers exactly, an exact number against a floating one as numbers. NaN compares with nothing. */
export function compareValues(left: Value, right: Value): number {
  const mixed = (typeof left === "number" && isExact(right)) || (typeof right === "number" && isExact(left));
  return mixed ? compareAlike(asNumber(left), asNumber(right)) : compareAlike(left, right);
}

export interface Ordering {
  readonly direction: "asc" | "desc";
  readonly nulls: "first" | "last";
}

/** NaN stands between the numbers and the nulls, on the nulls' side. */
const remoteness = (value: Value): number => value === null ? 2 : Number.isNaN(value) ? 1 : 0;

export function compareInOrder(left: Value, right: Value, { direction, nulls }: Ordering): number {
  const [a, b] = [remoteness(left), remoteness(right)];
  if (a > 0 || b > 0) return nulls === "last" ? a - b : b - a;
  const difference = compareValues(left, right);
  return direction === "asc" ? difference : -difference;
}

/** Equal for values that are the same group, the same row, the same key. A null is one of its own here. */
export function keyOf(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "string") return `text ${value}`;
  if (typeof value === "bigint") return `exact ${value}`;
  if (typeof value === "object") return `exact ${decimalText(value)}`;
  return `${typeof value} ${value}`;
}

export const identityOf = (values: readonly Value[]): string => JSON.stringify(values.map(keyOf));

/** The form in which an engine's answer is compared. */
export function cellOf(value: Value, type: TypeName): Cell {
  if (value === null) return null;
  if (type === "boolean") return value === true;
  if (type !== "float64") return textOf(value, { type, nullable: true });
  const number = asNumber(value);
  if (!Number.isFinite(number)) return null;
  return number === 0 ? 0 : Number(number.toPrecision(11));
}

/** Floating point may differ in the last digits. */
export function isClose(left: Cell | undefined, right: Cell | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== "number" || typeof right !== "number") return false;
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}

/** A value from outside, of a table's row or of a setting, as one to compare with a column of the type. */
export function readValue(given: unknown, { type }: Pick<ValueType, "type">): Value {
  if (given === null || given === undefined) return null;
  switch (type) {
    case "int64":
    case "decimal":
      return readExact(given, type);
    case "float64":
      return Number(given);
    case "boolean":
      return given === true || given === "true";
    case "date":
    case "datetime":
      return readTime(String(given));
    default:
      return String(given);
  }
}

function readExact(given: unknown, type: "int64" | "decimal"): Value {
  const [mantissa = "0", exponent = "0"] = String(given).toLowerCase().split("e");
  const read = decimal(mantissa);
  const scale = read.scale - Number(exponent);
  const whole = scale < 0 ? { units: read.units * 10n ** BigInt(-scale), scale: 0 } : { ...read, scale };
  return type === "int64" && whole.scale === 0 ? whole.units : whole;
}

/** Without an offset a time is in UTC. */
export function readTime(given: string): number {
  const iso = given.replace(" ", "T");
  return Date.parse(iso.includes("T") && !/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? `${iso}Z` : iso);
}
