/** Points, axes with their titles, and the trend. */
import { timeAxis, timePlaces } from "../shared/axes/time_axis.ts";
import { horizontalValueAxis, valueAxis } from "../shared/axes/value_axis.ts";
import { seriesClass } from "../shared/colours.ts";
import { baseline, textMark } from "../shared/marks.ts";
import { isTemporal } from "../shared/rows/values.ts";
import { round } from "../shared/scales/scale.ts";
import { timeTicks } from "../shared/scales/time_ticks.ts";
import { fitText } from "../shared/text.ts";
import type { Mark } from "../types.ts";
import { LARGEST, type ScatterLayout } from "./layout.ts";
import type { ScatterPoint } from "./points.ts";
import { trendLine } from "./trend.ts";
import { axisTitles, trendWords } from "./words.ts";

const RADIUS = 3;
const SMALLEST = 1.5;
/** From these many on, points are drawn smaller. */
const CROWD = 1500;
const MOST_CIRCLES = 600;
const LAYERS = 24;

export function marks(layout: ScatterLayout): readonly Mark[] {
  const { input: { config }, legend, plot, y, hasTitles } = layout;
  return [
    ...legend.marks,
    ...(hasTitles ? titleMarks(layout) : []),
    ...valueAxis(y, plot, "left"),
    ...bottomAxis(layout),
    baseline(plot),
    ...pointMarks(layout),
    ...(config.trend === true ? trendMarks(layout) : []),
  ];
}

function titleMarks({ input, legend }: ScatterLayout): Mark[] {
  const { width, height } = input;
  const { x, y } = axisTitles(input);
  return [
    textMark(0, legend.height + 12, fitText(y, width), "chart-legend"),
    textMark(width - 4, height - 4, fitText(x, width), "chart-legend", { anchor: "end" }),
  ];
}

function bottomAxis({ input, plot, x }: ScatterLayout): Mark[] {
  if (!isTemporal(input.columns[0])) return horizontalValueAxis(x, plot, input.width);
  const ticks = timeTicks(x.domain[0], x.domain[1], Math.max(2, plot.width / 72));
  return timeAxis(timePlaces(ticks, x), plot, input.width, 2);
}

/** Area, not radius, stands for the size: an eye compares areas. A point without a size gets the smallest circle. */
function radiusOf(points: readonly ScatterPoint[]): (point: ScatterPoint) => number {
  const most = Math.max(0, ...points.map(({ size }) => Math.abs(size ?? 0)));
  const plain = points.length > CROWD ? 2 : RADIUS;
  if (most === 0) return () => plain;
  return ({ size }) => Math.max(SMALLEST, Math.sqrt(Math.abs(size ?? 0) / most) * LARGEST);
}

/** The largest first, so that no small point is hidden. */
function pointMarks({ points, x, y }: ScatterLayout): Mark[] {
  const radius = radiusOf(points);
  const circles = [...points].sort((a, b) => radius(b) - radius(a)).map((point): Circle => ({
    cx: x(point.x),
    cy: y(point.y),
    r: round(radius(point)),
    group: point.group,
  }));
  return circles.length <= MOST_CIRCLES ? circles.map(circleMark) : circlePaths(circles);
}

interface Circle {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly group: number;
}

const pointClass = (group: number) => `chart-point ${seriesClass(group)}`;

function circleMark({ cx, cy, r, group }: Circle): Mark {
  return { kind: "circle", cx: round(cx), cy: round(cy), r, className: pointClass(group) };
}

/** Paths of many circles each, dealt out in turn: neighbours lie in different paths, so overlaps still darken. */
function circlePaths(circles: readonly Circle[]): Mark[] {
  const paths = new Map<string, { readonly group: number; d: string }>();
  circles.forEach(({ cx, cy, r, group }, index) => {
    const key = `${index % LAYERS} ${group}`;
    const path = paths.get(key) ?? { group, d: "" };
    paths.set(key, path);
    path.d += `M${round(cx - r)},${round(cy)}a${r},${r},0,1,0,${2 * r},0a${r},${r},0,1,0,${-2 * r},0z`;
  });
  return [...paths.values()].map(({ group, d }): Mark => ({ kind: "path", d, className: pointClass(group) }));
}

function trendMarks({ input, points, x, y, plot }: ScatterLayout): Mark[] {
  const trend = trendLine(points, y.domain, input.reduced?.trend);
  if (!trend) return [];
  const [from, to] = trend.ends;
  const caption = textMark(plot.x + plot.width, plot.y - 10, trendWords(trend), "chart-note", {
    anchor: "end",
  });
  return [
    {
      kind: "line",
      x1: round(x(from.x)),
      y1: round(y(from.y)),
      x2: round(x(to.x)),
      y2: round(y(to.y)),
      className: "chart-trend",
    },
    ...(plot.y < 20 ? [] : [caption]),
  ];
}
