/** Numbers that fit, else null, by PostgreSQL's ranges: each names its value once, so that nesting does not multiply it. */
import { double, float } from "./casts.ts";

const INT64_RANGE = "numrange(-9223372036854775809, 9223372036854775807, '[]')";

/**
 * The numeric when it lies in the range, else null. It takes the lower end of what the range shares with all numbers
 * from the value upwards: the value itself when it lies inside, null when it lies above, and `below`, which the range's
 * lower end becomes and nullif() turns into null, when it lies below.
 */
function inRangeOrNull(numeric: string, range: string, below: string): string {
  return `nullif(lower(numrange(${numeric}, NULL) * ${range}), ${below})`;
}

export function int64OrNull(numeric: string): string {
  return `${inRangeOrNull(numeric, INT64_RANGE, "-9223372036854775809")}::bigint`;
}

export function decimalOrNull(numeric: string, wholeDigits: number): string {
  return inRangeOrNull(numeric, `numrange(-1e${wholeDigits}, 1e${wholeDigits}, '()')`, `-1e${wholeDigits}`);
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
