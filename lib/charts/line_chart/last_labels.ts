/** The latest value of each line, beside the line's end. */
import { seriesClass } from "../shared/colours.ts";
import { shortValue } from "../shared/format/tick.ts";
import { textMark } from "../shared/marks.ts";
import type { SeriesTable } from "../shared/rows/series.ts";
import { textWidth } from "../shared/text.ts";
import type { Box, Mark } from "../types.ts";
import type { LinePoint } from "./points.ts";

const ROW = 13;
/** Of more lines than these no value is labelled: the labels would no longer stand beside their lines. */
const MOST = 8;

/** Pixels to keep free for the labels. */
export function lastLabelWidth(table: SeriesTable, ticks: readonly number[]): number {
  if (table.series.length > MOST) return 12;
  const last = new Map<number, unknown>();
  for (const { series, y, raw } of table.points) if (y !== null) last.set(series, raw);
  const widths = [...last.values()].map((raw) => textWidth(shortValue(raw, ticks)));
  return Math.ceil(Math.max(0, ...widths)) + 18;
}

/** Labels that would collide move apart; those that would leave the plot are left out. */
export function lastLabels(
  lines: readonly (readonly LinePoint[])[],
  plot: Box,
  ticks: readonly number[],
): Mark[] {
  if (lines.length > MOST) return [];
  const ends = lines.flatMap((line, series) => {
    const last = line.findLast(({ y }) => y !== null);
    return last ? [{ series, y: last.y!, text: shortValue(last.point.raw, ticks) }] : [];
  }).sort((a, b) => a.y - b.y);
  const shown = ends.slice(0, Math.max(1, Math.floor(plot.height / ROW)));
  const places = apart(shown.map(({ y }) => y), plot);
  const x = plot.x + plot.width + 6;
  return shown.flatMap(({ series, text }, index): Mark[] => {
    const y = places[index]!;
    const className = `chart-swatch ${seriesClass(series)}`;
    return [
      { kind: "rect", x, y: y - 5, width: 3, height: 10, className },
      textMark(x + 7, y + 4, text, "chart-last"),
    ];
  });
}

/** Ascending places, moved down until a row lies between neighbours, then up until the last is inside the plot. */
function apart(wanted: readonly number[], plot: Box): readonly number[] {
  const places: number[] = [];
  for (const y of wanted) places.push(Math.max(y, places.length === 0 ? plot.y : places.at(-1)! + ROW));
  let limit = plot.y + plot.height;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - ROW;
  }
  return places;
}
