/** How values are written along an axis, and beside it. */
import { toNumber } from "../rows/values.ts";
import { exponential, formatNumber, groupDigits, UNITS } from "./number.ts";

type Write = (value: number) => string;

const COMPACT_FROM = 100_000;
/** With more decimals than this behind its unit, a compact number is longer than the whole one. */
const COMPACT_DECIMALS = 3;
const MOST_DECIMALS = 12;

/**
 * One way of writing for all ticks of an axis, so that neighbouring labels always differ and each says exactly where
 * it stands: compact where the step allows it, in full where 1.2M would hide the difference.
 */
export function tickFormat(ticks: readonly number[], extraDigits = 0): Write {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) : largest || 1;
  return exponentialTicks(largest, step) ?? compactTicks(largest, step, extraDigits) ??
    plainTicks(step, extraDigits);
}

function exponentialTicks(largest: number, step: number): Write | null {
  if (largest < 1e15 && !(step > 0 && step < 1e-9)) return null;
  const digits = Math.max(0, Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step)));
  return (value) => value === 0 ? "0" : exponential(value, Math.min(digits, 15));
}

function compactTicks(largest: number, step: number, extraDigits: number): Write | null {
  const unit = largest < COMPACT_FROM ? undefined : UNITS.find(([power]) => largest >= 10 ** power);
  if (!unit) return null;
  const [power, letter] = unit;
  const digits = decimalsOf(step, 10 ** power) + extraDigits;
  if (digits > COMPACT_DECIMALS + extraDigits) return null;
  return (value) => value === 0 ? "0" : `${groupDigits((value / 10 ** power).toFixed(digits))}${letter}`;
}

function plainTicks(step: number, extraDigits: number): Write {
  const digits = Math.min(decimalsOf(step, 1) + extraDigits, MOST_DECIMALS);
  return (value) => groupDigits(Math.abs(value) < step / 1e6 ? (0).toFixed(digits) : value.toFixed(digits));
}

/** Decimals that tell neighbouring ticks apart when they are written in units of `unit`. */
function decimalsOf(step: number, unit: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9) + stepExtra(step));
}

/** A step of 0.25 needs one decimal more than its magnitude says. */
function stepExtra(step: number): number {
  const mantissa = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return Math.abs(mantissa - Math.round(mantissa)) > 1e-6 ? 1 : 0;
}

const LONGEST_TEXT = 11;

/** All digits where there is room for them; otherwise written as the axis' ticks are, one digit finer. */
export function shortValue(raw: unknown, ticks: readonly number[]): string {
  const text = formatNumber(raw);
  const number = toNumber(raw);
  if (text.length <= LONGEST_TEXT || number === null) return text;
  const short = tickFormat(ticks, 1)(number);
  return short.length < text.length ? short : text;
}
