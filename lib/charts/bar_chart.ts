/** Bars grow from zero, always: an axis that starts elsewhere would make small differences look large. */
import {
  baseline,
  horizontalValueAxis,
  spread,
  TICK_GAP,
  tickLabels,
  timeAxis,
  timeAxisHeight,
  valueAxis,
  widest,
} from "./axes.ts";
import { bandAxis, planBandAxis } from "./band_axis.ts";
import { type BarLayout, layoutBars, type PlacedBar } from "./bar_layout.ts";
import { legend, translate } from "./legend.ts";
import {
  type BandScale,
  bandScale,
  extent,
  type LinearScale,
  linearScale,
  round,
  tickCount,
  zeroDomain,
} from "./scale.ts";
import { describeRange, describeSeries, readSeries, seriesClass, type SeriesTable } from "./series.ts";
import { cleanLabel, fitText } from "./text.ts";
import { ordinalTimeTicks, timeLabel } from "./time_ticks.ts";
import type { Box, ChartInput, Geometry, Hit, Mark, PlotPicture } from "./types.ts";
import { isTemporal, labelOf, noValues, toPosition, unfit } from "./values.ts";

const PADDING = 0.25;
const WIDEST = 72;

interface Drawing {
  readonly input: ChartInput;
  readonly table: SeriesTable;
  readonly layout: BarLayout;
  readonly labels: readonly string[];
  readonly head: { readonly marks: readonly Mark[]; readonly height: number };
}

export const barChart: Geometry = (input) => {
  const lack = unfit(input, 2);
  if (lack) return lack;
  const table = readSeries(input);
  if (table.points.every(({ y }) => y === null)) return noValues(table.yNames);
  const sorted = isTemporal(input.columns[0]) && Boolean(input.config.function);
  const layout = layoutBars(table, {
    stacked: input.config.stacked === true,
    order: sorted ? (value) => toPosition(input.columns[0], value) : undefined,
  });
  const labels = layout.categories.map((value) => labelOf(input.columns[0], value));
  const head = input.height < 110
    ? { marks: [], height: 4 }
    : legend(table.series.map(({ label }) => label), {
      width: input.width,
      rows: input.height < 220 ? 1 : 2,
    });
  const drawing = { input, table, layout, labels, head };
  return input.config.orientation === "horizontal" ? horizontal(drawing) : vertical(drawing);
};

function valueScale(layout: BarLayout, range: readonly [number, number], count: number): LinearScale {
  const [low, high] = extent(layout.bars.flatMap(({ from, to }) => [from, to])) ?? [0, 1];
  return linearScale(zeroDomain(low, high), range, count);
}

function vertical(drawing: Drawing): PlotPicture {
  const { input, layout, labels, head } = drawing;
  const { width, height } = input;
  const top = head.height + 8;
  const temporal = isTemporal(input.columns[0]);
  const lines = height < 160 ? 1 : 2;
  const approximate = planBandAxis(labels, (width - 60) / labels.length, height);
  const inner = (reserved: number) => Math.max(10, height - top - reserved);
  const count = tickCount(inner(temporal ? timeAxisHeight(lines) : approximate.height));
  const draft = valueScale(layout, [0, 1], count);
  const left = widest(tickLabels(draft)) + TICK_GAP;
  const plotWidth = Math.max(10, width - left - 4);
  const plan = planBandAxis(labels, plotWidth / labels.length, height);
  const plotHeight = inner(temporal ? timeAxisHeight(lines) : plan.height);
  const scale = linearScale(draft.domain, [top + plotHeight, top], count);
  const plot: Box = { x: left, y: top, width: plotWidth, height: plotHeight };
  const bands = bandScale(labels.length, [plot.x, plot.x + plot.width], PADDING, WIDEST);
  const axis = temporal ? temporalLabels(drawing, bands, plot, lines) : bandAxis(labels, bands, plan, plot);
  return finish(drawing, plot, "x", [
    ...translate(head.marks, 0, 0),
    ...valueAxis(scale, plot, "left"),
    ...barPaths(drawing, ({ slot, slots, category, from, to }) => {
      const thickness = bands.bandwidth / slots;
      const x = bands(category) + slot * thickness;
      return rectPath(
        x,
        scale(from),
        thickness - (slots > 1 && thickness > 4 ? 1 : 0),
        scale(to) - scale(from),
        "y",
      );
    }),
    ...(scale.domain[0] === 0 ? [baseline(plot)] : []),
    ...axis,
  ], (category, bars) => {
    const x = plot.x + category * bands.step;
    const tip = Math.min(
      ...bars.map(({ from, to }) => Math.min(scale(from), scale(to))),
      plot.y + plot.height,
    );
    return {
      x: round(x + bands.step / 2),
      y: round(tip),
      band: { x: round(x), y: plot.y, width: round(bands.step), height: plot.height },
    };
  });
}

function horizontal(drawing: Drawing): PlotPicture {
  const { input, layout, labels, head } = drawing;
  const { width, height } = input;
  const top = head.height + 6;
  const left = Math.min(widest(labels.slice(0, 500)), width * 0.32) + TICK_GAP + 2;
  const plot: Box = {
    x: round(left),
    y: top,
    width: round(Math.max(10, width - left - 12)),
    height: Math.max(10, height - top - 20),
  };
  const count = Math.max(2, Math.floor(plot.width / 80));
  const scale = valueScale(layout, [plot.x, plot.x + plot.width], count);
  const bands = bandScale(labels.length, [plot.y, plot.y + plot.height], PADDING, WIDEST / 2);
  const every = Math.max(1, Math.ceil(13 / bands.step));
  const names = labels.flatMap((label, index): Mark[] => {
    if (index % every !== 0) return [];
    const text = fitText(label, left - TICK_GAP);
    const y = round(bands(index) + bands.bandwidth / 2 + 4);
    const full = text === label ? undefined : label;
    return [{
      kind: "text",
      x: round(left - TICK_GAP),
      y,
      text,
      full,
      className: "chart-tick",
      anchor: "end",
    }];
  });
  return finish(drawing, plot, "y", [
    ...head.marks,
    ...horizontalValueAxis(scale, plot, width),
    ...barPaths(drawing, ({ slot, slots, category, from, to }) => {
      const thickness = bands.bandwidth / slots;
      const y = bands(category) + slot * thickness;
      return rectPath(
        scale(from),
        y,
        scale(to) - scale(from),
        thickness - (slots > 1 && thickness > 4 ? 1 : 0),
        "x",
      );
    }),
    ...names,
  ], (category, bars) => {
    const y = plot.y + category * bands.step;
    return {
      x: round(Math.max(...bars.map(({ from, to }) => Math.max(scale(from), scale(to))), plot.x)),
      y: round(y + bands.step / 2),
      band: { x: plot.x, y: round(y), width: plot.width, height: round(bands.step) },
    };
  });
}

function temporalLabels(drawing: Drawing, bands: BandScale, plot: Box, lines: 1 | 2): Mark[] {
  const column = drawing.input.columns[0];
  const times = drawing.layout.categories.map((value) => toPosition(column, value));
  const known = times.filter((time): time is number => time !== null);
  const centre = (index: number) => bands(index) + bands.bandwidth / 2;
  const ascending = known.length === times.length &&
    known.every((time, index) => index === 0 || time >= known[index - 1]!);
  if (!ascending) {
    const texts = drawing.labels.map((text, index) => ({ x: centre(index), text }));
    return spread(texts, plot.y + plot.height + 15, drawing.input.width);
  }
  const { level, indexes } = ordinalTimeTicks(known, Math.max(2, plot.width / 64));
  const places = indexes.map((index) => ({ x: centre(index), ...timeLabel(known[index]!, level) }));
  return timeAxis(places, plot, drawing.input.width, lines);
}

/** One path a series keeps 5,000 bars light. */
function barPaths(drawing: Drawing, shape: (bar: PlacedBar) => string): Mark[] {
  const paths: string[] = drawing.table.series.map(() => "");
  for (const bar of drawing.layout.bars) paths[bar.series] += shape(bar);
  return paths.flatMap((d, index): Mark[] =>
    d === "" ? [] : [{ kind: "path", d, className: `chart-bar ${seriesClass(index)}` }]
  );
}

/** A value that is not zero stays visible: its bar is never thinner than a pixel along the value axis. */
function rectPath(x: number, y: number, width: number, height: number, axis: "x" | "y"): string {
  const least = (size: number) => size !== 0 && Math.abs(size) < 1 ? Math.sign(size) : size;
  const w = axis === "x" ? least(width) : Math.max(width, 0.5);
  const h = axis === "y" ? least(height) : Math.max(height, 0.5);
  return `M${round(x)},${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`;
}

function finish(
  drawing: Drawing,
  plot: Box,
  hitAxis: "x" | "y",
  marks: readonly Mark[],
  place: (category: number, bars: readonly PlacedBar[]) => Pick<Hit, "x" | "y" | "band">,
): PlotPicture {
  const { input, table, layout } = drawing;
  const members: PlacedBar[][] = layout.categories.map(() => []);
  for (const bar of layout.bars) members[bar.category]!.push(bar);
  const hits = layout.categories.map((value, category): Hit => ({
    ...place(category, members[category]!),
    title: { column: 0, value },
    entries: layout.entries[category]!.map(({ series, raw }) => ({
      label: table.series[series]!.label,
      column: table.series[series]!.column,
      value: raw,
      series: table.series.length > 1 ? series : undefined,
    })),
    dots: [],
  }));
  const x = cleanLabel(input.columns[0]!.name);
  const noun = layout.categories.length === 1 ? "category" : "categories";
  const colour = table.colorName ? `, coloured by ${table.colorName}` : "";
  return {
    kind: "plot",
    width: input.width,
    height: input.height,
    plot,
    marks,
    hits,
    hitAxis,
    summary:
      `${layout.stacked ? "Stacked bar" : "Bar"} chart of ${table.yNames.join(", ")} by ${x}${colour}. ` +
      `${layout.categories.length} ${noun}.${describeSeries(table)}${describeRange(table.points)}`,
  };
}
