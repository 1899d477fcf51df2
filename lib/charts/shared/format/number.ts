/** Every number that a chart prints passes here. No locale, no currency: the same text everywhere. */
import { isDecimalText, roundDecimal, shiftDecimal } from "./decimals.ts";

export const NULL_TEXT = "–";

export const UNITS = [[12, "T"], [9, "B"], [6, "M"], [3, "K"]] as const;
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

export function exponential(value: number, digits: number): string {
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
