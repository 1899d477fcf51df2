/**
 * Floating point on engines that fail past its range. Computed as it is where the result has a place; an infinity
 * where it is too large, zero where it is too small. Infinities and NaN go in and come out as such.
 */
import { float } from "./casts.ts";

const MAX = float("1.7976931348623157e308");
const MIN = float("5e-324");
const INFINITE = float("Infinity");
/** A little below the largest number, so that a rounded quotient or product cannot hide an overflow. */
const LIMIT = float("1.797693134862315e308");

type FloatOperator = "+" | "-" | "*" | "/";

/** Smaller than half the distance between the largest two numbers: added to any number it cannot leave the range. */
const HARMLESS = float("1e290");
const HALF_MAX = float("8.988465674311579e307");

/** The halves are added up to look at the size: their sum stays in the range, and rounds as the whole sum does. */
const addition = (x: string, y: string) =>
  `CASE WHEN least(abs(${x}), abs(${y})) > ${HARMLESS} THEN CASE WHEN abs(${x} / 2 + ${y} / 2) > ${HALF_MAX} AND greatest(abs(${x}), abs(${y})) <= ${MAX} THEN ${INFINITE} * ${x} ELSE ${x} + ${y} END ELSE ${x} + ${y} END`;

const GUARDED: Readonly<Record<FloatOperator, (x: string, y: string) => string>> = {
  "+": addition,
  "-": (x, y) => addition(x, `(- ${y})`),
  "*": (x, y) =>
    `CASE WHEN abs(${y}) > 1 THEN CASE WHEN abs(${x}) > greatest(${LIMIT} / abs(${y}), 1) AND abs(${x}) <= ${MAX} THEN ${INFINITE} * ${x} * ${y} ELSE ${x} * ${y} END WHEN abs(${x}) < ${MIN} / nullif(abs(${y}), 0) THEN 0 * ${x} * ${y} ELSE ${x} * ${y} END`,
  // The divisor is null where it was zero.
  "/": (x, y) =>
    `CASE WHEN abs(${y}) < 1 THEN CASE WHEN abs(${x}) > ${LIMIT} * abs(${y}) AND abs(${x}) <= ${MAX} THEN ${INFINITE} * ${x} * ${y} ELSE ${x} / ${y} END WHEN abs(${x}) < ${MIN} * abs(${y}) AND abs(${y}) <= ${MAX} THEN 0 * ${x} * ${y} ELSE ${x} / ${y} END`,
};

export const guarded = (operator: FloatOperator, x: string, y: string) => GUARDED[operator](x, y);

/** Logarithms of the smallest and, but for its last digits, of the largest number. */
const SMALLEST_LOGARITHM = "-745";
const LARGEST_LOGARITHM = "709.78271289338";

/**
 * Null where the power is undefined or too large. Logarithms are compared, the exponent's size on the other side, so
 * that the comparison itself cannot leave the range.
 */
export function guardedPower(x: string, y: string): string {
  const logarithm = `CASE WHEN ${y} < 0 THEN - ln(abs(${x})) ELSE ln(abs(${x})) END`;
  const size = `greatest(abs(${y}), 1e-300)`;
  const computed =
    `CASE WHEN ${logarithm} < ${SMALLEST_LOGARITHM} / ${size} THEN 0 WHEN ${logarithm} <= ${LARGEST_LOGARITHM} / ${size} THEN power(${x}, ${y}) END`;
  return `CASE WHEN ${y} = 'NaN' THEN CASE WHEN ${x} = 1 THEN 1 END WHEN ${y} = 0 AND ${x} IS NOT NULL THEN 1 WHEN ${y} = 1 THEN ${x} WHEN ${x} = 0 THEN CASE WHEN ${y} > 0 THEN 0 END WHEN ${x} > 0 OR ${y} = trunc(${y}) OR ${x} = '-Infinity' THEN ${computed} END`;
}
