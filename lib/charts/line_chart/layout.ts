/** Where the points of each line stand. */
import { TICK_GAP } from "../shared/axes/labels.ts";
import { type AxisLines, timeAxisHeight, timeAxisLines } from "../shared/axes/time_axis.ts";
import { valueAxisWidth } from "../shared/axes/value_axis.ts";
import { noNumbers } from "../shared/empty.ts";
import { type Legend, legendFor } from "../shared/legend.ts";
import type { SeriesPoint, SeriesTable } from "../shared/rows/series.ts";
import { extent, roomyDomain, zeroDomain } from "../shared/scales/domain.ts";
import { type LinearScale, linearScale, round, tickCount } from "../shared/scales/scale.ts";
import type { PlotLayout } from "../plot_chart.ts";
import type { Box, ChartInput, EmptyPicture } from "../types.ts";
import { lastLabelWidth } from "./last_labels.ts";
import type { LinePoint } from "./points.ts";
import { type XScale, xScale } from "./x_scale.ts";

/** Narrower pictures have no room for values beside the lines' ends. */
const LABELLED_FROM = 280;

export interface LineChartLayout extends PlotLayout {
  readonly table: SeriesTable;
  /** The table's points that have an x, in row order. */
  readonly points: readonly SeriesPoint[];
  readonly legend: Legend;
  readonly x: XScale;
  readonly y: LinearScale;
  readonly hasArea: boolean;
  readonly hasLastLabels: boolean;
  readonly timeLines: AxisLines;
  /** The points of each series in order of x. */
  readonly lines: readonly (readonly LinePoint[])[];
}

export function layout(input: ChartInput, table: SeriesTable): LineChartLayout | EmptyPicture {
  const { width, height, config, columns } = input;
  const points = table.points.filter(({ x }) => x !== null && x !== undefined);
  const range = extent(points.flatMap(({ y }) => y ?? []));
  if (!range) return noNumbers(table.yNames);
  const x = xScale(columns[0], points.map((point) => point.x));
  const legend = legendFor(table.series.map(({ label }) => label), input, { stroke: true });
  const top = legend.height + 8;
  const timeLines = timeAxisLines(height);
  const bottom = x.kind === "time" ? timeAxisHeight(timeLines) : 20;
  const plotHeight = Math.max(10, height - top - bottom);
  const hasArea = config.area === true;
  const domain = hasArea ? zeroDomain(...range) : roomyDomain(...range);
  const y = linearScale(domain, [top + plotHeight, top], tickCount(plotHeight));
  const hasLastLabels = width >= LABELLED_FROM;
  const left = valueAxisWidth(y) + TICK_GAP;
  const right = hasLastLabels ? lastLabelWidth(table, y.ticks) : 6;
  const plot: Box = { x: left, y: top, width: Math.max(10, width - left - right), height: plotHeight };
  const lines = place(table.series.length, points, { x, y, plot });
  return {
    input,
    table,
    points,
    legend,
    x,
    y,
    plot,
    hitAxis: "x",
    hasArea,
    hasLastLabels,
    timeLines,
    lines,
  };
}

function place(
  count: number,
  points: readonly SeriesPoint[],
  { x, y, plot }: Pick<LineChartLayout, "x" | "y" | "plot">,
): LinePoint[][] {
  const lines: LinePoint[][] = Array.from({ length: count }, () => []);
  for (const point of points) {
    const at = x.position(point.x);
    if (at === null) continue;
    const top = point.y === null ? null : round(y(point.y));
    lines[point.series]!.push({ at, x: round(x.pixels(at, plot)), y: top, point });
  }
  for (const line of lines) line.sort((a, b) => a.at - b.at);
  return lines;
}
