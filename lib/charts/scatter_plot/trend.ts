/** The line that fits points best, as far as it runs inside the plot. */
import type { TrendSums } from "../types.ts";
import { type Domain, extent } from "../shared/scales/domain.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Fit {
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variance that the line explains. */
  readonly rSquared: number;
}

export interface Trend extends Fit {
  readonly ends: readonly [Point, Point];
}

/** Centred first so that times in milliseconds lose no digits. */
export function trendSums(points: readonly Point[]): TrendSums {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x / count, 0);
  const meanY = points.reduce((sum, { y }) => sum + y / count, 0);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  return { count, meanX, meanY, xx, xy, yy };
}

/** By so much, relative to itself, the mean of equal numbers may differ from them. */
const ROUNDING = 2 ** -48;

/** Ordinary least squares. Null when x does not vary. */
export function fitLine({ count, meanX, meanY, xx, xy, yy }: TrendSums): Fit | null {
  if (count < 2 || xx <= count * (meanX * ROUNDING) ** 2) return null;
  const slope = xy / xx;
  const rSquared = yy === 0 ? 1 : xy * xy / (xx * yy);
  if (!Number.isFinite(slope) || !Number.isFinite(rSquared)) return null;
  return { slope, intercept: meanY - slope * meanX, rSquared };
}

/**
 * The line ends with the points, or where it would leave the values from `bottom` to `top`. Points that are a sample
 * come with the sums of all.
 */
export function trendLine(
  points: readonly Point[],
  [bottom, top]: Domain,
  sums = trendSums(points),
): Trend | null {
  const fit = fitLine(sums);
  if (!fit) return null;
  const { slope, intercept } = fit;
  const at = (x: number) => intercept + slope * x;
  // A crossing is computed with an error of its own; it must not count as outside for that.
  const isInside = (x: number) =>
    at(x) >= bottom - 1e-9 * Math.abs(bottom) && at(x) <= top + 1e-9 * Math.abs(top);
  const [low, high] = extent(points.map(({ x }) => x))!;
  const crossings = slope === 0 ? [] : [(bottom - intercept) / slope, (top - intercept) / slope];
  const inside = [low, high, ...crossings.filter((x) => x > low && x < high)].filter(isInside)
    .sort((a, b) => a - b);
  if (inside.length < 2) return null;
  const [from, to] = [inside[0]!, inside.at(-1)!];
  return { ...fit, ends: [{ x: from, y: at(from) }, { x: to, y: at(to) }] };
}
