/** Numbers that fit, else null, by comparisons: there are no range types, and no numbers of more than 39 digits. */
import { float } from "../postgres/casts.ts";

const MAX_DIGITS = 38;

/** int64 reaches one further below zero than above; with a half added, abs() tests both ends alike. */
export const int64OrNull = (numeric: string) =>
  `(CASE WHEN abs(${numeric} + 0.5) < 9223372036854775808 THEN ${numeric}::bigint END)`;

/** Null where there are more whole digits than that, or than the engine has. */
export const decimalOrNull = (numeric: string, wholeDigits: number) =>
  `(CASE WHEN abs(${numeric}) < 1${"0".repeat(Math.min(wholeDigits, MAX_DIGITS))} THEN ${numeric} END)`;

export function floatToInt64(sql: string): string {
  const fits = `${sql} >= ${float("-9223372036854775808")} AND ${sql} < ${float("9223372036854775808")}`;
  return `(CASE WHEN ${fits} THEN trunc(${sql})::bigint END)`;
}

export function floatToDecimal(sql: string, precision: number, scale: number): string {
  const rounded = `round(${sql}::text::numeric, ${scale})`;
  const wholeDigits = Math.min(precision - scale, MAX_DIGITS - Math.min(scale, MAX_DIGITS));
  const [least, most] = [float(`1e-${scale + 1}`), float(`1e${wholeDigits}`)];
  return `(CASE WHEN abs(${sql}) < ${least} THEN 0 WHEN abs(${sql}) < ${most} THEN ${rounded} END)`;
}
