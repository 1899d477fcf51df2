/** Every number and time that a chart prints passes here. No locale, no currency: the same text everywhere. */
import type { Column } from "@/compiler/schema/types.ts";
import { decimalPlaces, isDecimalText, padDecimals, roundDecimal, shiftDecimal } from "./decimals.ts";
import { formatTemporal, type TimePrecision } from "./time_format.ts";

export { formatTemporal, temporalPrecision } from "./time_format.ts";

export const NULL_TEXT = "–";

const UNITS = [[12, "T"], [9, "B"], [6, "M"], [3, "K"]] as const;
const FLOAT_DIGITS = 15;

/** Puts commas between thousands. Digits are never changed; a text that is no plain decimal stays as it is. */
export function groupDigits(text: string): string {
  if (!isDecimalText(text)) return text;
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? "" : text.slice(point);
  return whole.replace(/^\+/, "").replace(/\B(?=(?:\d{3})+$)/g, ",") + fraction;
}

/** A float's digits without binary noise (15 significant), as a plain decimal where that is readable. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return NULL_TEXT;
  const text = String(Number(value.toPrecision(FLOAT_DIGITS)));
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (small && Number(small[4]) <= 12) {
    return `${small[1]}0.${"0".repeat(Number(small[4]) - 1)}${small[2]}${small[3] ?? ""}`;
  }
  return text.replace("e+", "e");
}

/** A number's plain text, whichever way the store sent it; null when it is no number. */
export function numberText(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? floatText(value) : null;
  if (typeof value === "bigint") return String(value);
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
    ? value.trim()
    : null;
}

/** Writes exponents out; beyond 20 decimals a value is zero. */
function plainText(text: string): string {
  if (isDecimalText(text)) return text;
  const number = Number(text);
  return Math.abs(number) < 1 ? number.toFixed(20) : String(BigInt(Math.round(number)));
}

export function formatNumber(value: unknown): string {
  const text = numberText(value);
  return text === null ? NULL_TEXT : groupDigits(text);
}

export function formatFixed(value: unknown, digits: number): string {
  const text = numberText(value);
  return text === null ? NULL_TEXT : groupDigits(roundDecimal(plainText(text), digits));
}

/** `ratio` 0.0123 with one digit is "1.2%". */
export function formatPercent(ratio: unknown, digits = 1): string {
  const text = numberText(ratio);
  return text === null
    ? NULL_TEXT
    : `${groupDigits(roundDecimal(shiftDecimal(plainText(text), -2), digits))}%`;
}

function exponential(value: number, digits: number): string {
  return value.toExponential(digits).replace("e+", "e");
}

/** Three significant digits and a unit: 1.23M, 45.6K, 789. */
export function formatCompact(value: unknown): string {
  const text = numberText(value);
  if (text === null) return NULL_TEXT;
  const number = Number(text);
  const size = Math.abs(number);
  if (size >= 1e15) return exponential(number, 2);
  const exponent = size === 0 ? 0 : Math.floor(Math.log10(Number(size.toPrecision(3))));
  const unit = UNITS.find(([power]) => exponent >= power);
  const digits = Math.max(0, 2 - (exponent - (unit?.[0] ?? 0)));
  if (!unit) {
    return exponent < -6 ? exponential(number, 2) : trimZeros(formatFixed(text, Math.min(digits, 8)));
  }
  return `${trimZeros(roundDecimal(shiftDecimal(plainText(text), unit[0]), digits))}${unit[1]}`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

const COMPACT_FROM = 100_000;

/**
 * One way of writing for all ticks of an axis, so that neighbouring labels always differ and each says exactly where
 * it stands: compact where the step allows it, in full where 1.2M would hide the difference.
 */
export function tickFormat(ticks: readonly number[], extraDigits = 0): (value: number) => string {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) : largest || 1;
  const decimals = (unit: number) =>
    Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9) + stepExtra(step)) + extraDigits;
  if (largest >= 1e15 || (step > 0 && step < 1e-9)) {
    const digits = Math.max(0, Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step)));
    return (value) => value === 0 ? "0" : exponential(value, Math.min(digits, 15));
  }
  if (largest >= COMPACT_FROM) {
    const unit = UNITS.find(([power]) => largest >= 10 ** power);
    if (unit) {
      const digits = decimals(10 ** unit[0]);
      if (digits <= 3 + extraDigits) {
        return (value) =>
          value === 0 ? "0" : `${groupDigits((value / 10 ** unit[0]).toFixed(digits))}${unit[1]}`;
      }
    }
  }
  const digits = Math.min(decimals(1), 12);
  return (value) => groupDigits(Math.abs(value) < step / 1e6 ? (0).toFixed(digits) : value.toFixed(digits));
}

/** A step of 0.25 needs one decimal more than its magnitude says. */
function stepExtra(step: number): number {
  const mantissa = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return Math.abs(mantissa - Math.round(mantissa)) > 1e-6 ? 1 : 0;
}

export interface ColumnFormat {
  readonly time?: TimePrecision;
  /** Decimals to pad to, so that points line up down a column. */
  readonly decimals?: number;
}

/** The text of a value of a column, every digit kept. */
export function formatValue(column: Column | undefined, value: unknown, format: ColumnFormat = {}): string {
  if (value === null || value === undefined) return NULL_TEXT;
  switch (column?.type) {
    case "int64":
    case "float64":
      return formatNumber(value);
    case "decimal": {
      const text = numberText(value);
      return text === null ? NULL_TEXT : groupDigits(padDecimals(text, format.decimals ?? 0));
    }
    case "date":
    case "datetime":
      return formatTemporal(String(value), format.time ?? (column.type === "date" ? "day" : undefined));
    case "boolean":
      return value ? "true" : "false";
    default:
      return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
}

const FLOAT_DECIMALS = 6;

/** What a whole column agrees on before any of its cells is printed: decimals and the precision of times. */
export function floatDecimals(values: readonly unknown[]): number {
  let decimals = 0;
  for (const value of values) {
    const text = numberText(value);
    if (text !== null) decimals = Math.max(decimals, decimalPlaces(text));
  }
  return Math.min(decimals, FLOAT_DECIMALS);
}
