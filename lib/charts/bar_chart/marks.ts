/** Bars, their axes and names. */
import { bandAxis } from "../shared/axes/band_axis.ts";
import { labelsBelow, TICK_GAP } from "../shared/axes/labels.ts";
import { slotPlaces, timeAxis } from "../shared/axes/time_axis.ts";
import { horizontalValueAxis, valueAxis } from "../shared/axes/value_axis.ts";
import { seriesClass } from "../shared/colours.ts";
import { baseline, fitted, pathMarks, textMark } from "../shared/marks.ts";
import { colourAt } from "../shared/rows/series.ts";
import { isTemporal, toPosition } from "../shared/rows/values.ts";
import { bandCentre, round } from "../shared/scales/scale.ts";
import type { Mark } from "../types.ts";
import type { PlacedBar } from "./bars.ts";
import type { BarChartLayout, LyingBars, UprightBars } from "./layout.ts";

const NAME_HEIGHT = 13;
const TIME_SPACING = 64;

export function marks(layout: BarChartLayout): readonly Mark[] {
  return layout.hitAxis === "x" ? uprightMarks(layout) : lyingMarks(layout);
}

function uprightMarks(layout: UprightBars): readonly Mark[] {
  const { input, legend, plot, values, bands, labels } = layout;
  return [
    ...legend.marks,
    ...valueAxis(values, plot, "left"),
    ...barMarks(layout),
    ...(values.domain[0] === 0 ? [baseline(plot)] : []),
    ...(isTemporal(input.columns[0])
      ? timeNames(layout)
      : bandAxis(labels, bands, layout.bandAxis, { plot, always: layout.bars.others })),
  ];
}

function lyingMarks(layout: LyingBars): readonly Mark[] {
  const { input, legend, plot, values } = layout;
  return [
    ...legend.marks,
    ...horizontalValueAxis(values, plot, input.width),
    ...barMarks(layout),
    ...sideNames(layout),
  ];
}

/** Names beside lying bars, thinned where slots are narrower than a line of text. */
function sideNames({ plot, bands, labels, bars: { others } }: LyingBars): Mark[] {
  const every = Math.max(1, Math.ceil(NAME_HEIGHT / bands.step));
  return labels.flatMap((label, index): Mark[] => {
    const isNear = others !== undefined && (others - index) * bands.step < NAME_HEIGHT;
    if (index !== others && (index % every !== 0 || isNear)) return [];
    const { text, full } = fitted(label, plot.x - TICK_GAP);
    const y = round(bandCentre(bands, index) + 4);
    return [textMark(round(plot.x - TICK_GAP), y, text, "chart-tick", { full, anchor: "end" })];
  });
}

/** Ticks as on a time axis where the times ascend, otherwise each category's own time. */
function timeNames({ input, plot, bands, bars, labels, timeLines }: UprightBars): Mark[] {
  const times = bars.categories.map((value) => toPosition(input.columns[0], value));
  const centre = (slot: number) => bandCentre(bands, slot);
  if (isAscending(times)) {
    return timeAxis(slotPlaces(times, centre, plot.width, TIME_SPACING), plot, input.width, timeLines);
  }
  return labelsBelow(labels.map((text, index) => ({ x: centre(index), text })), plot, input.width);
}

function isAscending(times: readonly (number | null)[]): times is readonly number[] {
  return times.every((time, index) => time !== null && (index === 0 || time >= times[index - 1]!));
}

/** One path a series keeps 5,000 bars light. */
function barMarks(layout: BarChartLayout): Mark[] {
  const { table, bars: { bars, others } } = layout;
  const paths: string[] = table.series.map(() => "");
  const otherPaths: string[] = table.series.map(() => "");
  for (const bar of bars) {
    (bar.category === others ? otherPaths : paths)[bar.series] += barPath(layout, bar);
  }
  const classOf = (series: number) => `chart-bar ${seriesClass(colourAt(table, series))}`;
  return [
    ...paths.flatMap((d, series) => pathMarks(d, classOf(series))),
    ...otherPaths.flatMap((d, series) => pathMarks(d, `${classOf(series)} chart-others`)),
  ];
}

function barPath({ values, bands, hitAxis }: BarChartLayout, bar: PlacedBar): string {
  const slot = bands.bandwidth / bar.slots;
  const across = bands(bar.category) + bar.slot * slot;
  const thickness = Math.max(slot - (bar.slots > 1 && slot > 4 ? 1 : 0), 1);
  const start = values(bar.from);
  const length = visible(values(bar.to) - start);
  return hitAxis === "x"
    ? rectangle(across, start, thickness, length)
    : rectangle(start, across, length, thickness);
}

/** A value that is not zero stays visible: its bar is never shorter than a pixel. */
function visible(length: number): number {
  return length !== 0 && Math.abs(length) < 1 ? Math.sign(length) : length;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${round(x)},${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}
