/** Metrics of whole numbers as exact fractions. */
import { fraction, nearestDouble } from "./exact_doubles.ts";

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

/** The sample's; null of fewer than two. */
export function varianceOf(units: readonly bigint[]): Fraction | null {
  const n = BigInt(units.length);
  const sum = units.reduce((total, each) => total + each, 0n);
  const squares = units.reduce((total, each) => total + (each * n - sum) ** 2n, 0n);
  return n < 2n ? null : [squares, n * n * (n - 1n)];
}

/** Null where the weights are nothing together. */
export function weightedOf(units: readonly bigint[], weights: readonly bigint[]): Fraction | null {
  const products = units.reduce((total, each, at) => total + each * (weights[at] ?? 0n), 0n);
  const weight = weights.reduce((total, each) => total + each, 0n);
  if (weight === 0n) return null;
  return weight < 0n ? [-products, -weight] : [products, weight];
}

/** The double nearest to the root of a fraction of at least zero. */
export function nearestRoot([n, d]: Fraction): number {
  const shift = BigInt(Math.max(0, d.toString(2).length - n.toString(2).length) + 200);
  const square = (n << (2n * shift)) / d;
  const root = wholeRoot(square);
  return nearestDouble(2n * root + (root * root * d === n << (2n * shift) ? 0n : 1n), 2n << shift);
}

function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
