/** Lines over time, numbers or names. A null breaks the line: what was not measured is not drawn. */
import { area as areaShape, curveLinear, curveMonotoneX, curveStepAfter, line as lineShape } from "d3-shape";
import { baseline, TICK_GAP, tickLabels, timeAxisHeight, valueAxis, widest } from "./axes.ts";
import { lastLabels, lastLabelWidth } from "./last_labels.ts";
import { legend } from "./legend.ts";
import { reducePoints } from "./reduce.ts";
import { extent, linearScale, roomyDomain, round, tickCount, zeroDomain } from "./scale.ts";
import {
  describeRange,
  describeSeries,
  readSeries,
  seriesClass,
  type SeriesPoint,
  type SeriesTable,
} from "./series.ts";
import { cleanLabel } from "./text.ts";
import type { Box, Geometry, Hit, HitEntry, Mark } from "./types.ts";
import { labelOf, noValues, unfit } from "./values.ts";
import { type XScale, xScale } from "./x_scale.ts";

const CURVES = { linear: curveLinear, step: curveStepAfter, smooth: curveMonotoneX } as const;

export interface LinePoint {
  readonly at: number;
  readonly x: number;
  readonly y: number | null;
  readonly point: SeriesPoint;
}

export const lineChart: Geometry = (input) => {
  const lack = unfit(input, 2);
  if (lack) return lack;
  const { width, height, config, columns } = input;
  const table = readSeries(input);
  const placed = table.points.filter(({ x }) => x !== null && x !== undefined);
  const range = extent(placed.flatMap(({ y }) => y ?? []));
  if (!range) return noValues(table.yNames);
  const scale = xScale(columns[0], placed.map(({ x }) => x));
  const labels = table.series.map(({ label }) => label);
  const head = height < 110
    ? { marks: [], height: 4 }
    : legend(labels, { width, rows: height < 220 ? 1 : 2, stroke: true });
  const top = head.height + 8;
  const lines = height < 160 ? 1 : 2;
  const bottom = scale.kind === "time" ? timeAxisHeight(lines) : 20;
  const plotHeight = Math.max(10, height - top - bottom);
  const withArea = config.area === true;
  const domain = withArea ? zeroDomain(...range) : roomyDomain(...range);
  const y = linearScale(domain, [top + plotHeight, top], tickCount(plotHeight));
  const left = widest(tickLabels(y)) + TICK_GAP;
  const right = width < 280 ? 6 : lastLabelWidth(table, y.ticks);
  const plot: Box = { x: left, y: top, width: Math.max(10, width - left - right), height: plotHeight };
  const lists = seriesLists(table, scale, plot, y);
  const style = typeof config.style === "string" && config.style in CURVES
    ? config.style as keyof typeof CURVES
    : "linear";
  return {
    kind: "plot",
    width,
    height,
    plot,
    hitAxis: "x",
    marks: [
      ...head.marks,
      ...valueAxis(y, plot, "left"),
      baseline(plot),
      ...scale.axis(plot, width, lines),
      ...(withArea ? lists.flatMap((list, index) => areaMark(list, index, style, y(0), plot.width)) : []),
      ...lists.flatMap((list, index) => lineMarks(list, index, style, plot.width)),
      ...(right > 6 ? lastLabels(lists, plot, y.ticks) : []),
    ],
    hits: hitsOf(table, lists, plot),
    summary: `Line chart of ${table.yNames.join(", ")} by ${cleanLabel(columns[0]!.name)}` +
      `${table.colorName ? `, coloured by ${table.colorName}` : ""}.${span(input.columns[0], placed)}` +
      `${describeSeries(table)}${describeRange(placed)}`,
  };
};

function seriesLists(
  table: SeriesTable,
  scale: XScale,
  plot: Box,
  y: (value: number) => number,
): LinePoint[][] {
  const lists: LinePoint[][] = table.series.map(() => []);
  for (const point of table.points) {
    if (point.x === null || point.x === undefined) continue;
    const at = scale.position(point.x);
    if (at === null) continue;
    const top = point.y === null ? null : round(y(point.y));
    lists[point.series]!.push({ at, x: round(scale.pixels(at, plot)), y: top, point });
  }
  for (const list of lists) list.sort((a, b) => a.at - b.at);
  return lists;
}

/** Straight pieces run between places that are rounded already; rounding them again takes longest of all. */
const digitsOf = (style: keyof typeof CURVES) => style === "smooth" ? 2 : null;

function lineMarks(
  list: readonly LinePoint[],
  index: number,
  style: keyof typeof CURVES,
  width: number,
): Mark[] {
  const points = style === "linear" ? reducePoints(list, width * 4) : list;
  const shape = lineShape<LinePoint>().x(({ x }) => x).y(({ y }) => y!).defined(({ y }) => y !== null)
    .curve(CURVES[style]).digits(digitsOf(style));
  // A value between two gaps has no line to be seen by.
  const lone = points.filter((point, at) =>
    point.y !== null && (points[at - 1]?.y ?? null) === null && (points[at + 1]?.y ?? null) === null
  );
  const d = shape(points as LinePoint[]) ?? "";
  const className = seriesClass(index);
  return [
    ...(d === "" ? [] : [{ kind: "path", d, className: `chart-line ${className}` } as const]),
    ...lone.map(({ x, y }): Mark => ({
      kind: "circle",
      cx: x,
      cy: y!,
      r: 2.5,
      className: `chart-dot ${className}`,
    })),
  ];
}

function areaMark(
  list: readonly LinePoint[],
  index: number,
  style: keyof typeof CURVES,
  zero: number,
  width: number,
): Mark[] {
  const points = style === "linear" ? reducePoints(list, width * 4) : list;
  const shape = areaShape<LinePoint>().x(({ x }) => x).y0(round(zero)).y1(({ y }) => y!).defined(({ y }) =>
    y !== null
  )
    .curve(CURVES[style]).digits(digitsOf(style));
  const d = shape(points as LinePoint[]);
  return d ? [{ kind: "path", d, className: `chart-area ${seriesClass(index)}` }] : [];
}

function hitsOf(table: SeriesTable, lists: readonly (readonly LinePoint[])[], plot: Box): Hit[] {
  const groups = new Map<
    number,
    { x: number; value: unknown; entries: HitEntry[]; dots: Hit["dots"][number][] }
  >();
  lists.forEach((list, series) => {
    const { label, column } = table.series[series]!;
    for (const { at, x, y, point } of list) {
      const group = groups.get(at) ?? { x, value: point.x, entries: [], dots: [] };
      groups.set(at, group);
      group.entries.push({
        label,
        column,
        value: point.raw,
        series: table.series.length > 1 ? series : undefined,
      });
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

function span(column: Parameters<typeof labelOf>[0], points: readonly SeriesPoint[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last) return "";
  return ` From ${labelOf(column, first.x)} to ${labelOf(column, last.x)}.`;
}
