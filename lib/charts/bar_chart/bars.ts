/** Which bar stands where, in the units of the data: categories along one axis, from–to along the other. */
import { identityOf } from "../shared/format/value.ts";
import type { SeriesPoint, SeriesTable } from "../shared/rows/series.ts";

export interface PlacedBar {
  readonly category: number;
  readonly series: number;
  /** Position among the bars that stand side by side in a category. */
  readonly slot: number;
  readonly slots: number;
  readonly from: number;
  readonly to: number;
}

export interface BarTable {
  readonly categories: readonly unknown[];
  readonly bars: readonly PlacedBar[];
  readonly entries: readonly (readonly { readonly series: number; readonly raw: unknown }[])[];
  readonly stacked: boolean;
  /** The category of all that have no bar of their own; undefined where each has one. */
  readonly others?: number;
}

interface BarOptions {
  readonly stacked: boolean;
  /** What the rows call the categories that were put together. */
  readonly others?: string;
  /** Sorts the categories; without it they stand in row order. */
  readonly order?: (value: unknown) => number | null;
}

/**
 * A category is a distinct x. Rows that repeat both x and series get a category each, so that no bar hides another.
 * Stacks grow upwards from zero for positive and downwards for negative values.
 */
export function placeBars(table: SeriesTable, options: BarOptions): BarTable {
  const groups = categorise(table.points);
  if (options.order) {
    const order = options.order;
    groups.sort((a, b) => (order(a.value) ?? Infinity) - (order(b.value) ?? Infinity));
  }
  const others = options.others === undefined
    ? -1
    : groups.findLastIndex(({ value }) => value === options.others);
  const slots = options.stacked ? 1 : table.series.length;
  const bars: PlacedBar[] = [];
  groups.forEach(({ points }, category) => {
    let above = 0;
    let below = 0;
    for (const { series, y } of points) {
      if (y === null) continue;
      const from = !options.stacked ? 0 : y < 0 ? below : above;
      const to = from + y;
      if (y < 0) below = to;
      else above = to;
      bars.push({ category, series, slot: options.stacked ? 0 : series, slots, from, to });
    }
  });
  return {
    categories: groups.map(({ value }) => value),
    bars,
    entries: groups.map(({ points }) => points.map(({ series, raw }) => ({ series, raw }))),
    stacked: options.stacked && table.series.length > 1,
    ...(others >= 0 && { others }),
  };
}

interface Group {
  readonly value: unknown;
  readonly points: SeriesPoint[];
}

function categorise(points: readonly SeriesPoint[]): Group[] {
  const groups = new Map<string, Group>();
  const seen = new Map<string, number>();
  for (const point of points) {
    const name = identityOf(point.x);
    const repeat = `${point.series}:${name}`;
    const times = seen.get(repeat) ?? 0;
    seen.set(repeat, times + 1);
    const key = `${times}:${name}`;
    const group = groups.get(key);
    if (group) group.points.push(point);
    else groups.set(key, { value: point.x, points: [point] });
  }
  for (const { points } of groups.values()) points.sort((a, b) => a.series - b.series);
  return [...groups.values()];
}
