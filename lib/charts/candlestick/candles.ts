/** Rows of prices as candles, merged where there are more of them than pixels: no high and no low is lost. */
import { parseTime } from "../shared/format/time.ts";
import { toNumber } from "../shared/rows/values.ts";
import type { ChartInput } from "../types.ts";

export interface Candle {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number | null;
  /** Positions of the first and last row it stands for. */
  readonly first: number;
  readonly last: number;
}

/** In order of time. A row without a time or with a missing price makes no candle. */
export function readCandles({ rows }: ChartInput): Candle[] {
  const candles: Candle[] = [];
  rows.forEach((row, index) => {
    const time = parseTime(row[0]);
    const open = toNumber(row[1]);
    const high = toNumber(row[2]);
    const low = toNumber(row[3]);
    const close = toNumber(row[4]);
    if (time === null || open === null || high === null || low === null || close === null) return;
    candles.push({ time, open, high, low, close, volume: toNumber(row[5]), first: index, last: index });
  });
  return candles.sort((a, b) => a.time - b.time);
}

/**
 * How many times have several candles, of several symbols as a rule: side by side they would make one false series.
 * Takes candles in order of time.
 */
export function repeatedTimes(candles: readonly Candle[]): number {
  let count = 0;
  candles.forEach(({ time }, index) => {
    if (time === candles[index - 1]?.time && time !== candles[index - 2]?.time) count++;
  });
  return count;
}

/** Every `size` neighbours become one candle: first open, highest high, lowest low, last close, summed volume. */
export function mergeCandles(candles: readonly Candle[], size: number): readonly Candle[] {
  if (size <= 1) return candles;
  const merged: Candle[] = [];
  for (let start = 0; start < candles.length; start += size) {
    const group = candles.slice(start, start + size);
    const first = group[0]!;
    const last = group.at(-1)!;
    const volumes = group.flatMap(({ volume }) => volume ?? []);
    merged.push({
      time: first.time,
      open: first.open,
      high: Math.max(...group.map(({ high }) => high)),
      low: Math.min(...group.map(({ low }) => low)),
      close: last.close,
      volume: volumes.length === 0 ? null : volumes.reduce((sum, volume) => sum + volume, 0),
      first: first.first,
      last: last.last,
    });
  }
  return merged;
}

export type Side = "up" | "down";

export function sideOf({ open, close }: Candle): Side {
  return close >= open ? "up" : "down";
}
