/** What a line chart says: of itself, and at each place on its horizontal axis. */
import type { Column } from "@/compiler/schema/types.ts";
import { labelOf } from "../shared/format/value.ts";
import type { SeriesPoint } from "../shared/rows/series.ts";
import { seriesEntry, seriesSummary } from "../shared/rows/series_words.ts";
import type { Hit, HitEntry } from "../types.ts";
import type { LineChartLayout } from "./layout.ts";

export function summary({ input, table, points }: LineChartLayout): string {
  const x = input.columns[0]!;
  return seriesSummary("Line", table, x, span(x, points), points);
}

function span(column: Column, points: readonly SeriesPoint[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last) return "";
  return `From ${labelOf(column, first.x)} to ${labelOf(column, last.x)}.`;
}

interface Group {
  readonly x: number;
  readonly value: unknown;
  readonly entries: HitEntry[];
  readonly dots: Hit["dots"][number][];
}

/** All lines' values at the same place are read together. */
export function hits({ table, lines, plot }: LineChartLayout): readonly Hit[] {
  const groups = new Map<number, Group>();
  lines.forEach((line, series) => {
    for (const { at, x, y, point } of line) {
      const group = groups.get(at) ?? { x, value: point.x, entries: [], dots: [] };
      groups.set(at, group);
      group.entries.push(seriesEntry(table, series, point.raw));
      if (y !== null) group.dots.push({ x, y, series });
    }
  });
  return [...groups].sort(([a], [b]) => a - b).map(([, { x, value, entries, dots }]) => ({
    x,
    y: Math.min(plot.y + plot.height, ...dots.map((dot) => dot.y)),
    title: { column: 0, value },
    entries,
    dots,
  }));
}
