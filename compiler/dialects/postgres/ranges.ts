/** Numbers that fit, else null, by PostgreSQL's ranges: each names its value once, so that nesting does not multiply it. */
import { double, float } from "./casts.ts";

const INT64_RANGE = "numrange(-9223372036854775809, 9223372036854775807, '[]')";

/**
 * A numeric inside a range, else null: the ray from the value upwards meets the range at the value itself, at the
 * range's lower end when the value lies below, nowhere when it lies above.
 */
function within(numeric: string, range: string, below: string): string {
  return `nullif(lower(numrange(${numeric}, NULL) * ${range}), ${below})`;
}

export function int64OrNull(numeric: string): string {
  return `${within(numeric, INT64_RANGE, "-9223372036854775809")}::bigint`;
}

export function decimalOrNull(numeric: string, wholeDigits: number): string {
  return within(numeric, `numrange(-1e${wholeDigits}, 1e${wholeDigits}, '()')`, `-1e${wholeDigits}`);
}

/** The floating-point neighbours of int64's range. */
const ABOVE_INT64 = double("9223372036854775808");
const BELOW_INT64 = float("-9223372036854777856");

export function floatToInt64(float: string): string {
  const clamped = `least(greatest(trunc(${float}), ${BELOW_INT64}), ${ABOVE_INT64})`;
  return `nullif(nullif(${clamped}, ${BELOW_INT64}), ${ABOVE_INT64})::bigint`;
}

export function floatToDecimal(float: string, precision: number, scale: number): string {
  return decimalOrNull(`round(${float}::text::numeric, ${scale})`, precision - scale);
}
