import { coarserCandles } from "./coarser_candles.ts";
import type { BuildScope } from "./define.ts";
import { sampleRows, sampleShare } from "./drawn_rows.ts";
import { filled } from "./fill_rows.ts";
import { firstOfEach } from "./first_rows.ts";
import { placeWindows } from "./formula_windows.ts";
import { largestFirst } from "./largest_first.ts";
import type { Lowering } from "./lowering.ts";
import { nearestInTime } from "./nearest.ts";
import { foldOthers } from "./others.ts";
import { samplePoints } from "./points.ts";
import { reduceLine } from "./reduce.ts";

/** Takes the scope of a node; returns what it may do to its rows. */
export function loweringOf(scope: BuildScope): Lowering {
  return {
    line: (line) => reduceLine(line, scope),
    candles: (candles) => coarserCandles(candles, scope),
    others: (bars) => foldOthers(bars, scope),
    largestFirst: (bars, value) => largestFirst(bars, value, scope),
    points: (points, trend) => samplePoints(points, trend, scope),
    windows: (input, expr) => placeWindows(input, expr, scope),
    firstOfEach: (input, kind, wanted) => firstOfEach(input, kind, wanted, scope),
    filled: (input, filling) => filled(input, filling, scope),
    sample: (input, count, seed) => sampleRows(input, count, seed, scope),
    share: (input, part, seed) => sampleShare(input, part, seed, scope),
    nearest: (sides, asof, join) => nearestInTime(sides, asof, join, scope),
  };
}
