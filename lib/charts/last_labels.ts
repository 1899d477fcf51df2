/** The latest value of each line, beside the line's end. */
import { formatNumber, tickFormat } from "./format.ts";
import type { LinePoint } from "./line_chart.ts";
import { seriesClass, type SeriesTable } from "./series.ts";
import { textWidth } from "./text.ts";
import { toNumber } from "./values.ts";
import type { Box, Mark } from "./types.ts";

const ROW = 13;
const MOST = 8;
const LONGEST_TEXT = 11;

/** All digits where there is room for them; otherwise written as the axis' ticks are, one digit finer. */
export function shortValue(raw: unknown, ticks: readonly number[]): string {
  const text = formatNumber(raw);
  const number = toNumber(raw);
  if (text.length <= LONGEST_TEXT || number === null) return text;
  const short = tickFormat(ticks, 1)(number);
  return short.length < text.length ? short : text;
}

export function lastLabelWidth(table: SeriesTable, ticks: readonly number[]): number {
  if (table.series.length > MOST) return 12;
  const last = new Map<number, unknown>();
  for (const { series, y, raw } of table.points) if (y !== null) last.set(series, raw);
  const widths = [...last.values()].map((raw) => textWidth(shortValue(raw, ticks)));
  return Math.ceil(Math.max(0, ...widths)) + 18;
}

/** Labels that would collide move apart; those that would leave the plot are left out. */
export function lastLabels(
  lists: readonly (readonly LinePoint[])[],
  plot: Box,
  ticks: readonly number[],
): Mark[] {
  if (lists.length > MOST) return [];
  const ends = lists.flatMap((list, series) => {
    const last = list.findLast(({ y }) => y !== null);
    return last ? [{ series, y: last.y!, text: shortValue(last.point.raw, ticks) }] : [];
  }).sort((a, b) => a.y - b.y);
  const most = Math.max(1, Math.floor(plot.height / ROW));
  const shown = ends.slice(0, most);
  const places: number[] = [];
  shown.forEach(({ y }, index) => places.push(Math.max(y, index === 0 ? plot.y : places[index - 1]! + ROW)));
  let limit = plot.y + plot.height;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - ROW;
  }
  const x = plot.x + plot.width + 6;
  return shown.flatMap(({ series, text }, index): Mark[] => [
    {
      kind: "rect",
      x,
      y: places[index]! - 5,
      width: 3,
      height: 10,
      className: `chart-swatch ${seriesClass(series)}`,
    },
    { kind: "text", x: x + 7, y: places[index]! + 4, text, className: "chart-last" },
  ]);
}
