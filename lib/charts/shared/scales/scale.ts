/** Scales turn values into pixels. */
import { ticks } from "d3-array";
import type { Domain } from "./domain.ts";

export interface LinearScale {
  (value: number): number;
  readonly domain: Domain;
  readonly ticks: readonly number[];
}

/** About `count` round ticks, more when that leaves fewer than two: one tick alone gives no measure. */
function roundTicks([low, high]: Domain, count: number): readonly number[] {
  for (let wanted = count; wanted < count + 8; wanted++) {
    const found = ticks(low, high, wanted).filter((tick) => Number.isFinite(tick));
    if (found.length > 1) return found;
  }
  return [low, high];
}

/** Maps `domain` evenly onto the pixels of `range`, with about `count` ticks. */
export function linearScale(domain: Domain, range: Domain, count: number): LinearScale {
  const [low, high] = domain;
  // Halving keeps the width of the widest possible domain finite.
  const width = high / 2 - low / 2 || 1;
  const scale = (value: number) => range[0] + (value / 2 - low / 2) / width * (range[1] - range[0]);
  return Object.assign(scale, { domain, ticks: roundTicks(domain, count) });
}

export interface BandScale {
  /** Where the category's band begins. */
  (index: number): number;
  /** From the beginning of one slot to that of the next. */
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

export function bandCentre(scale: BandScale, index: number): number {
  return scale(index) + scale.bandwidth / 2;
}

/** How many ticks suit a vertical axis of `height` pixels. */
export function tickCount(height: number, spacing = 40): number {
  return Math.max(2, Math.floor(height / spacing));
}

/** How many values fit below a plot of `width` pixels. */
export function horizontalTickCount(width: number): number {
  return Math.max(2, Math.floor(width / 80));
}

/** Two decimals are finer than any screen and keep the markup short and stable. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
