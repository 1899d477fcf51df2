/** The two scales charts need. Own ones: d3-scale brings interpolators that would double the browser's bundle. */
import { nice, ticks } from "d3-array";

export type Domain = readonly [number, number];

export interface LinearScale {
  (value: number): number;
  readonly domain: Domain;
  readonly ticks: readonly number[];
}

const LIMIT = 8e307;

/** The smallest domain with round ends that shows all values; a single value gets room on both sides. */
export function niceDomain(low: number, high: number, count: number): Domain {
  const start = Math.max(low, -LIMIT);
  const stop = Math.min(high, LIMIT);
  if (start === stop) {
    const room = start === 0 ? 1 : Math.abs(start) * 0.05;
    return niceDomain(start === 0 ? 0 : start - room, start + room, count);
  }
  const [first, last] = nice(start, stop, count);
  return Number.isFinite(first) && Number.isFinite(last) ? [first, last] : [start, stop];
}

export function linearScale(domain: Domain, range: Domain, count: number): LinearScale {
  const [low, high] = domain;
  // Halving keeps the width of the widest possible domain finite.
  const width = high / 2 - low / 2 || 1;
  const scale = (value: number) => range[0] + (value / 2 - low / 2) / width * (range[1] - range[0]);
  const marks = ticks(low, high, count).filter((tick) => Number.isFinite(tick));
  return Object.assign(scale, { domain, ticks: marks });
}

export interface BandScale {
  (index: number): number;
  readonly step: number;
  readonly bandwidth: number;
}

/** Equal slots for `count` categories over the range; `padding` is the share of a slot left free. */
export function bandScale(count: number, range: Domain, padding: number): BandScale {
  const step = (range[1] - range[0]) / Math.max(1, count);
  const bandwidth = step * (1 - padding);
  const scale = (index: number) => range[0] + index * step + (step - bandwidth) / 2;
  return Object.assign(scale, { step, bandwidth });
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
