/** Where axes, titles and points stand. */
import { TICK_GAP } from "../shared/axes/labels.ts";
import { timeAxisHeight } from "../shared/axes/time_axis.ts";
import { valueAxisWidth } from "../shared/axes/value_axis.ts";
import { noNumbers } from "../shared/empty.ts";
import { type Legend, legend } from "../shared/legend.ts";
import { isTemporal } from "../shared/rows/values.ts";
import { extent, roomyDomain } from "../shared/scales/domain.ts";
import { horizontalTickCount, type LinearScale, linearScale, tickCount } from "../shared/scales/scale.ts";
import type { PlotLayout } from "../plot_chart.ts";
import type { Box, ChartInput, EmptyPicture } from "../types.ts";
import type { ReadScatter } from "./points.ts";

/** Radius in pixels of the point with the largest size. */
export const LARGEST = 14;

export interface ScatterLayout extends PlotLayout, ReadScatter {
  readonly legend: Legend;
  readonly x: LinearScale;
  readonly y: LinearScale;
  /** Small pictures have no room for the axes' titles. */
  readonly hasTitles: boolean;
}

export function layout(
  input: ChartInput,
  { channels, groups, points }: ReadScatter,
): ScatterLayout | EmptyPicture {
  const { columns, width, height } = input;
  if (points.length === 0) return noNumbers(columns.slice(0, 2).map(({ name }) => name));
  const hasTitles = height >= 140;
  const names = hasTitles && groups.length > 1
    ? legend(groups, { width, rows: 2 })
    : { marks: [], height: 0 };
  const top = names.height + (hasTitles ? 22 : 8);
  const bottom = (isTemporal(columns[0]) ? timeAxisHeight(2) : 20) + (hasTitles ? 14 : 0);
  const plotHeight = Math.max(10, height - top - bottom);
  // The whole of a point at the edge stays inside the plot.
  const edge = channels.size === undefined ? 6 : LARGEST + 2;
  const domain = (values: readonly number[], pixels: number) =>
    roomyDomain(...extent(values)!, edge / pixels);
  const yDomain = domain(points.map((point) => point.y), plotHeight);
  const y = linearScale(yDomain, [top + plotHeight, top], tickCount(plotHeight));
  const left = valueAxisWidth(y) + TICK_GAP;
  const plot: Box = { x: left, y: top, width: Math.max(10, width - left - 10), height: plotHeight };
  const xDomain = domain(points.map((point) => point.x), plot.width);
  const x = linearScale(xDomain, [plot.x, plot.x + plot.width], horizontalTickCount(plot.width));
  return { input, plot, hitAxis: "both", channels, groups, points, legend: names, x, y, hasTitles };
}
