/** Where bars, values and names stand, upright or lying. */
import { valueAxisWidth, widest } from "../shared/axes/value_axis.ts";
import { type BandAxisPlan, planBandAxis } from "../shared/axes/band_axis.ts";
import { TICK_GAP } from "../shared/axes/labels.ts";
import { type AxisLines, timeAxisHeight, timeAxisLines } from "../shared/axes/time_axis.ts";
import { OTHERS } from "../shared/colours.ts";
import { othersName } from "../shared/cut.ts";
import { noNumbers } from "../shared/empty.ts";
import { formatNumber } from "../shared/format/number.ts";
import { labelOf } from "../shared/format/value.ts";
import { type Legend, legendFor } from "../shared/legend.ts";
import { readSeries, type SeriesTable } from "../shared/rows/series.ts";
import { isTemporal, toPosition } from "../shared/rows/values.ts";
import { type Domain, extent, zeroDomain } from "../shared/scales/domain.ts";
import {
  type BandScale,
  bandScale,
  horizontalTickCount,
  type LinearScale,
  linearScale,
  round,
  tickCount,
} from "../shared/scales/scale.ts";
import type { PlotLayout } from "../plot_chart.ts";
import type { Box, ChartInput, EmptyPicture } from "../types.ts";
import { type BarTable, placeBars } from "./bars.ts";

/** The share of a slot left free, and the widest a bar becomes in pixels. */
const PADDING = 0.25;
const WIDEST = 72;

/** What both orientations know before anything is placed. */
interface BarContent {
  readonly input: ChartInput;
  readonly table: SeriesTable;
  readonly bars: BarTable;
  /** Names of the categories. */
  readonly labels: readonly string[];
  readonly legend: Legend;
}

interface Placed extends PlotLayout, BarContent {
  /** The axis that the bars' lengths are read on. */
  readonly values: LinearScale;
  /** Across the bars, a slot for each category. */
  readonly bands: BandScale;
}

export interface UprightBars extends Placed {
  readonly hitAxis: "x";
  readonly bandAxis: BandAxisPlan;
  readonly timeLines: AxisLines;
}

export interface LyingBars extends Placed {
  readonly hitAxis: "y";
}

export type BarChartLayout = UprightBars | LyingBars;

/** The rows of a bar chart, as series and as bars. */
interface BarRead {
  readonly table: SeriesTable;
  readonly bars: BarTable;
}

export function read(input: ChartInput): BarRead {
  const table = readSeries(input);
  const x = input.columns[0];
  const isSorted = isTemporal(x) && Boolean(input.config.function);
  const bars = placeBars(table, {
    stacked: input.config.stacked === true,
    others: othersName(input.reduced?.categories),
    order: isSorted ? (value) => toPosition(x, value) : undefined,
  });
  return { table, bars };
}

/** The axis beside the bars. */
const AXIS = 60;

/** Bars thinner than a pixel lie on each other, and the picture shows the longest of some. */
export function warning({ table, bars }: BarRead, { width, height, config }: ChartInput): string | null {
  const slots = bars.categories.length * (config.stacked === true ? 1 : table.series.length);
  const room = Math.max(1, Math.floor((config.orientation === "horizontal" ? height : width) - AXIS));
  if (slots <= room) return null;
  return `${formatNumber(slots)} bars overlap: there is room for ${formatNumber(room)}`;
}

export function layout(input: ChartInput, { table, bars }: BarRead): BarChartLayout | EmptyPicture {
  if (table.points.every(({ y }) => y === null)) return noNumbers(table.yNames);
  const x = input.columns[0];
  const content: BarContent = {
    input,
    table,
    bars,
    labels: bars.categories.map((value) => labelOf(x, value)),
    legend: legendOf(table, input),
  };
  return input.config.orientation === "horizontal" ? lying(content) : upright(content);
}

/** The colour of the others comes first, so that it is there where not every name has room. */
function legendOf({ series, others = series.length }: SeriesTable, input: ChartInput): Legend {
  const labels = series.map(({ label }) => label);
  const last = labels.slice(others);
  return legendFor([...last, ...labels.slice(0, others)], input, {
    colourOf: (index) => index < last.length ? OTHERS : index - last.length,
  });
}

function upright(content: BarContent): UprightBars {
  const { input, bars, labels, legend } = content;
  const { width, height } = input;
  const top = legend.height + 8;
  const timeLines = timeAxisLines(height);
  const plan = (plotWidth: number) => planBandAxis(labels, plotWidth / labels.length, height);
  const plotHeight = (names: BandAxisPlan) => {
    const reserved = isTemporal(input.columns[0]) ? timeAxisHeight(timeLines) : names.height;
    return Math.max(10, height - top - reserved);
  };
  // The names' height decides the ticks, these the axis' width, and that the room for names: so names are planned twice.
  const count = tickCount(plotHeight(plan(width - 60)));
  const draft = valueScale(bars, [0, 1], count);
  const left = valueAxisWidth(draft) + TICK_GAP;
  const plotWidth = Math.max(10, width - left - 4);
  const bandAxis = plan(plotWidth);
  const plot: Box = { x: left, y: top, width: plotWidth, height: plotHeight(bandAxis) };
  return {
    ...content,
    plot,
    hitAxis: "x",
    values: linearScale(draft.domain, [plot.y + plot.height, plot.y], count),
    bands: bandScale(labels.length, [plot.x, plot.x + plot.width], PADDING, WIDEST),
    bandAxis,
    timeLines,
  };
}

/** The first names decide the width of their column; measuring thousands would only cost time. */
const MEASURED_NAMES = 500;

function lying(content: BarContent): LyingBars {
  const { input: { width, height }, bars, labels, legend } = content;
  const top = legend.height + 6;
  const left = Math.min(widest(labels.slice(0, MEASURED_NAMES)), width * 0.32) + TICK_GAP + 2;
  const plot: Box = {
    x: round(left),
    y: top,
    width: round(Math.max(10, width - left - 12)),
    height: Math.max(10, height - top - 20),
  };
  return {
    ...content,
    plot,
    hitAxis: "y",
    values: valueScale(bars, [plot.x, plot.x + plot.width], horizontalTickCount(plot.width)),
    bands: bandScale(labels.length, [plot.y, plot.y + plot.height], PADDING, WIDEST / 2),
  };
}

function valueScale({ bars }: BarTable, range: Domain, count: number): LinearScale {
  const [low, high] = extent(bars.flatMap(({ from, to }) => [from, to])) ?? [0, 1];
  return linearScale(zeroDomain(low, high), range, count);
}
