/** The two scales charts need. Own ones: d3-scale brings interpolators that would double the browser's bundle. */
import { ticks } from "d3-array";

export type Domain = readonly [number, number];

export interface LinearScale {
  (value: number): number;
  readonly domain: Domain;
  readonly ticks: readonly number[];
}

const LIMIT = 8e307;
/** Nearer to nothing than this, numbers lose their digits, and steps between them no longer add up. */
const TINY = 1e-290;

/**
 * All values with a little room around them; a single value gets room on both sides. Room never crosses zero: an axis
 * of prices does not show negative ones.
 */
export function roomyDomain(low: number, high: number, share = 0.05): Domain {
  const start = Math.max(low, -LIMIT);
  const stop = Math.min(high, LIMIT);
  const width = stop / 2 - start / 2;
  const room = width > TINY
    ? Math.min(width * 2 * share, LIMIT / 10)
    : Math.abs(start) > TINY
    ? Math.abs(start) * 0.01
    : 1;
  const first = start >= 0 ? Math.max(0, start - room) : start - room;
  const last = stop <= 0 && start !== stop ? Math.min(0, stop + room) : stop + room;
  return [first, last];
}

/** Zero is an end of the domain unless there are values on both sides of it. */
export function zeroDomain(low: number, high: number): Domain {
  if (low >= 0 && high <= 0) return [0, 1];
  return roomyDomain(Math.min(0, low), Math.max(0, high));
}

/** About `count` round ticks, more when that leaves fewer than two: one tick alone gives no measure. */
function roundTicks([low, high]: Domain, count: number): readonly number[] {
  for (let wanted = count; wanted < count + 8; wanted++) {
    const marks = ticks(low, high, wanted).filter((tick) => Number.isFinite(tick));
    if (marks.length > 1) return marks;
  }
  return [low, high];
}

export function linearScale(domain: Domain, range: Domain, count: number): LinearScale {
  const [low, high] = domain;
  // Halving keeps the width of the widest possible domain finite.
  const width = high / 2 - low / 2 || 1;
  const scale = (value: number) => range[0] + (value / 2 - low / 2) / width * (range[1] - range[0]);
  return Object.assign(scale, { domain, ticks: roundTicks(domain, count) });
}

export interface BandScale {
  (index: number): number;
  readonly step: number;
  readonly bandwidth: number;
}

/** Equal slots for `count` categories over the range; `padding` is the share of a slot left free. */
export function bandScale(count: number, range: Domain, padding: number, widest = Infinity): BandScale {
  const step = (range[1] - range[0]) / Math.max(1, count);
  const bandwidth = Math.min(widest, step * (1 - padding));
  const scale = (index: number) => range[0] + index * step + (step - bandwidth) / 2;
  return Object.assign(scale, { step, bandwidth });
}

/** How many ticks suit a vertical axis of `height` pixels. */
export function tickCount(height: number, spacing = 40): number {
  return Math.max(2, Math.floor(height / spacing));
}

/** Two decimals are finer than any screen and keep the markup short and stable. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function extent(values: Iterable<number>): Domain | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}
