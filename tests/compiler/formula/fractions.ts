/** Metrics of whole numbers as exact fractions. */
import { fraction } from "./exact_doubles.ts";

export type Fraction = readonly [bigint, bigint];

const ascending = (a: bigint, b: bigint) => a < b ? -1 : a > b ? 1 : 0;

/** Between the two values around the place; the percentage as it is written. */
export function percentileOf(units: readonly bigint[], percent: string): Fraction | null {
  const sorted = units.toSorted(ascending);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  const [n, d] = fraction(percent);
  const parts = d * 100n;
  const place = n * BigInt(sorted.length - 1);
  const below = Number(place / parts);
  const start = sorted[below] ?? high;
  const step = (sorted[below + 1] ?? start) - start;
  return [start * parts + place % parts * step, parts];
}

/** The mean of the one or two in the middle. */
export function medianOf(units: readonly bigint[]): Fraction | null {
  const sorted = units.toSorted(ascending);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : [low + high, 2n];
}
