/** Lines, the areas under them, their axes and latest values. */
import { area as areaShape, curveLinear, curveMonotoneX, curveStepAfter, line as lineShape } from "d3-shape";
import { valueAxis } from "../shared/axes/value_axis.ts";
import { seriesClass } from "../shared/colours.ts";
import { baseline, pathMarks } from "../shared/marks.ts";
import { round } from "../shared/scales/scale.ts";
import type { Config, Mark } from "../types.ts";
import { lastLabels } from "./last_labels.ts";
import type { LineChartLayout } from "./layout.ts";
import type { LinePoint } from "./points.ts";
import { reducePoints } from "./reduce.ts";

const CURVES = { linear: curveLinear, step: curveStepAfter, smooth: curveMonotoneX } as const;

type Style = keyof typeof CURVES;

/** Points for each pixel of width; more would only lie on top of each other. */
const POINTS_PER_PIXEL = 4;

export function marks(layout: LineChartLayout): readonly Mark[] {
  const { input, legend, plot, x, y, lines, hasArea, hasLastLabels, timeLines } = layout;
  const style = styleOf(input.config);
  // Between the points of a step or a smooth line runs more than a straight piece, so all of them are drawn.
  const drawn = style === "linear"
    ? lines.map((line) => reducePoints(line, plot.width * POINTS_PER_PIXEL))
    : lines;
  return [
    ...legend.marks,
    ...valueAxis(y, plot, "left"),
    baseline(plot),
    ...x.axis(plot, input.width, timeLines),
    ...(hasArea ? drawn.flatMap((points, index) => areaMarks(points, index, style, y(0))) : []),
    ...drawn.flatMap((points, index) => lineMarks(points, index, style)),
    ...(hasLastLabels ? lastLabels(lines, plot, y.ticks) : []),
  ];
}

function styleOf({ style }: Config): Style {
  return typeof style === "string" && Object.hasOwn(CURVES, style) ? style as Style : "linear";
}

/** Straight pieces run between places that are rounded already; rounding them again takes longest of all. */
const digitsOf = (style: Style) => style === "smooth" ? 2 : null;

function lineMarks(points: readonly LinePoint[], index: number, style: Style): Mark[] {
  const shape = lineShape<LinePoint>().x(({ x }) => x).y(({ y }) => y!).defined(({ y }) => y !== null)
    .curve(CURVES[style]).digits(digitsOf(style));
  const className = seriesClass(index);
  return [
    ...pathMarks(shape(points as LinePoint[]) ?? "", `chart-line ${className}`),
    ...points.filter((_, at) => isLone(points, at)).map(({ x, y }): Mark => ({
      kind: "circle",
      cx: x,
      cy: y!,
      r: 2.5,
      className: `chart-dot ${className}`,
    })),
  ];
}

/** A value between two gaps has no line to be seen by. */
function isLone(points: readonly LinePoint[], at: number): boolean {
  return points[at]!.y !== null && isGap(points[at - 1]) && isGap(points[at + 1]);
}

function isGap(point: LinePoint | undefined): boolean {
  return point === undefined || point.y === null;
}

function areaMarks(points: readonly LinePoint[], index: number, style: Style, zero: number): Mark[] {
  const shape = areaShape<LinePoint>().x(({ x }) => x).y0(round(zero)).y1(({ y }) => y!)
    .defined(({ y }) => y !== null).curve(CURVES[style]).digits(digitsOf(style));
  return pathMarks(shape(points as LinePoint[]) ?? "", `chart-area ${seriesClass(index)}`);
}
