/** Points of two numbers, with area for a third, colour for a group and a least-squares line on request. */
import {
  baseline,
  horizontalValueAxis,
  TICK_GAP,
  tickLabels,
  timeAxis,
  timeAxisHeight,
  valueAxis,
  widest,
} from "./axes.ts";
import { formatNumber } from "./format.ts";
import { legend, translate } from "./legend.ts";
import { extent, type LinearScale, linearScale, roomyDomain, round, tickCount } from "./scale.ts";
import { seriesClass } from "./series.ts";
import { cleanLabel, fitText } from "./text.ts";
import { timeLabel, timeTicks } from "./time_ticks.ts";
import { fitLine } from "./trend.ts";
import type { Box, ChartInput, Geometry, Hit, Mark } from "./types.ts";
import { isTemporal, labelOf, noValues, textOption, toNumber, toPosition, unfit } from "./values.ts";

interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  readonly size: number | null;
  readonly group: number;
  readonly row: number;
}

interface Roles {
  readonly size?: number;
  readonly color?: number;
}

function rolesOf({ config, columns }: ChartInput): Roles {
  const size = textOption(config, "size") !== undefined && columns.length > 2 ? 2 : undefined;
  const next = size === undefined ? 2 : 3;
  const color = textOption(config, "color") !== undefined && columns.length > next ? next : undefined;
  return { size, color };
}

export const scatterPlot: Geometry = (input) => {
  const lack = unfit(input, 2);
  if (lack) return lack;
  const { columns, rows, config, width, height } = input;
  const roles = rolesOf(input);
  const groups = roles.color === undefined ? [] : groupLabels(input, roles.color);
  const points = rows.flatMap((row, index): ScatterPoint[] => {
    const x = toPosition(columns[0], row[0]);
    const y = toPosition(columns[1], row[1]);
    if (x === null || y === null) return [];
    const group = roles.color === undefined
      ? 0
      : groups.indexOf(labelOf(columns[roles.color], row[roles.color]));
    return [{ x, y, size: roles.size === undefined ? null : toNumber(row[roles.size]), group, row: index }];
  });
  if (points.length === 0) return noValues(columns.slice(0, 2).map(({ name }) => name));
  const [xName, yName] = columns.slice(0, 2).map(({ name }) => cleanLabel(name));
  const small = height < 140;
  const head = small || groups.length < 2 ? { marks: [], height: 0 } : legend(groups, { width, rows: 2 });
  const top = head.height + (small ? 8 : 22);
  const temporal = isTemporal(columns[0]);
  const bottom = (temporal ? timeAxisHeight(2) : 20) + (small ? 0 : 14);
  const plotHeight = Math.max(10, height - top - bottom);
  const edge = roles.size === undefined ? 6 : LARGEST + 2;
  const y = linearScale(roomyDomain(...extent(points.map((point) => point.y))!, edge / plotHeight), [
    top + plotHeight,
    top,
  ], tickCount(plotHeight));
  const left = widest(tickLabels(y)) + TICK_GAP;
  const plot: Box = { x: left, y: top, width: Math.max(10, width - left - 10), height: plotHeight };
  const columnsCount = Math.max(2, Math.floor(plot.width / 80));
  const xRange = extent(points.map((point) => point.x))!;
  const x = linearScale(
    roomyDomain(...xRange, edge / plot.width),
    [plot.x, plot.x + plot.width],
    columnsCount,
  );
  const radius = radiusOf(points);
  const titles: Mark[] = small ? [] : [
    {
      kind: "text",
      x: 0,
      y: head.height + 12,
      text: fitText(`↑ ${yName}`, width),
      className: "chart-legend",
    },
    {
      kind: "text",
      x: width - 4,
      y: height - 4,
      text: fitText(`${xName} →`, width),
      className: "chart-legend",
      anchor: "end",
    },
  ];
  return {
    kind: "plot",
    width,
    height,
    plot,
    hitAxis: "both",
    marks: [
      ...translate(head.marks, 0, 0),
      ...titles,
      ...valueAxis(y, plot, "left"),
      ...(temporal ? timeMarks(x, plot, width) : horizontalValueAxis(x, plot, width)),
      baseline(plot),
      ...pointMarks(points, x, y, radius),
      ...(config.trend === true ? trendMarks(points, x, y, plot) : []),
    ],
    hits: points.map((point) => hitOf(input, point, roles, groups, x, y)),
    summary:
      `Scatter plot of ${yName} against ${xName}, ${points.length} ${
        points.length === 1 ? "point" : "points"
      }.` +
      ` ${xName} from ${labelOf(columns[0], rows[extremeRow(points, "x", -1)]![0])} to ${
        labelOf(columns[0], rows[extremeRow(points, "x", 1)]![0])
      },` +
      ` ${yName} from ${labelOf(columns[1], rows[extremeRow(points, "y", -1)]![1])} to ${
        labelOf(columns[1], rows[extremeRow(points, "y", 1)]![1])
      }.` +
      (groups.length > 1
        ? ` ${groups.length} colours: ${groups.slice(0, 6).join(", ")}${
          groups.length > 6 ? " and more" : ""
        }.`
        : ""),
  };
};

function extremeRow(points: readonly ScatterPoint[], key: "x" | "y", sign: 1 | -1): number {
  return points.reduce((best, point) => (point[key] - best[key]) * sign > 0 ? point : best).row;
}

function groupLabels({ columns, rows }: ChartInput, color: number): string[] {
  return [...new Set(rows.map((row) => labelOf(columns[color], row[color])))].sort();
}

const RADIUS = 3;
const LARGEST = 14;

/** Area, not radius, stands for the size: an eye compares areas. Points without a size get the smallest circle. */
function radiusOf(points: readonly ScatterPoint[]): (point: ScatterPoint) => number {
  const most = Math.max(0, ...points.map(({ size }) => Math.abs(size ?? 0)));
  const plain = points.length > 1500 ? 2 : RADIUS;
  if (most === 0) return () => plain;
  return ({ size }) => Math.max(1.5, Math.sqrt(Math.abs(size ?? 0) / most) * LARGEST);
}

/** Circles while there are few; then paths of many, dealt out in turn so that overlaps still darken. */
function pointMarks(
  points: readonly ScatterPoint[],
  x: LinearScale,
  y: LinearScale,
  radius: (point: ScatterPoint) => number,
): Mark[] {
  const ordered = [...points].sort((a, b) => radius(b) - radius(a));
  if (points.length <= 600) {
    return ordered.map((point) => ({
      kind: "circle",
      cx: round(x(point.x)),
      cy: round(y(point.y)),
      r: round(radius(point)),
      className: `chart-point ${seriesClass(point.group)}`,
    }));
  }
  const layers = 24;
  const paths = new Map<string, string>();
  ordered.forEach((point, index) => {
    const r = round(radius(point));
    const key = `${index % layers} ${point.group}`;
    const circle = `M${round(x(point.x) - r)},${round(y(point.y))}a${r},${r},0,1,0,${
      2 * r
    },0a${r},${r},0,1,0,${-2 * r},0z`;
    paths.set(key, (paths.get(key) ?? "") + circle);
  });
  return [...paths].map(([key, d]): Mark => ({
    kind: "path",
    d,
    className: `chart-point ${seriesClass(Number(key.split(" ")[1]))}`,
  }));
}

function timeMarks(x: LinearScale, plot: Box, width: number): Mark[] {
  const { level, times } = timeTicks(x.domain[0], x.domain[1], Math.max(2, plot.width / 72));
  return timeAxis(times.map((time) => ({ x: x(time), ...timeLabel(time, level) })), plot, width, 2);
}

/** The line ends where it would leave the plot. */
function trendMarks(points: readonly ScatterPoint[], x: LinearScale, y: LinearScale, plot: Box): Mark[] {
  const fit = fitLine(points);
  if (!fit) return [];
  const [low, high] = extent(points.map((point) => point.x))!;
  const [bottom, top] = y.domain;
  const at = (value: number) => fit.intercept + fit.slope * value;
  const crossings = fit.slope === 0
    ? []
    : [(bottom - fit.intercept) / fit.slope, (top - fit.intercept) / fit.slope];
  const [from, to] = [low, high, ...crossings.filter((value) => value > low && value < high)]
    .filter((value) =>
      at(value) >= bottom - 1e-9 * Math.abs(bottom) && at(value) <= top + 1e-9 * Math.abs(top)
    )
    .sort((a, b) => a - b).filter((_, index, list) => index === 0 || index === list.length - 1);
  if (from === undefined || to === undefined) return [];
  const caption: Mark[] = plot.y < 20 ? [] : [{
    kind: "text",
    x: plot.x + plot.width,
    y: plot.y - 10,
    text: `Trend r² ${formatNumber(Number(fit.rSquared.toFixed(2)))}`,
    className: "chart-note",
    anchor: "end",
  }];
  return [
    {
      kind: "line",
      x1: round(x(from)),
      y1: round(y(at(from))),
      x2: round(x(to)),
      y2: round(y(at(to))),
      className: "chart-trend",
    },
    ...caption,
  ];
}

function hitOf(
  input: ChartInput,
  point: ScatterPoint,
  roles: Roles,
  groups: readonly string[],
  x: LinearScale,
  y: LinearScale,
): Hit {
  const row = input.rows[point.row]!;
  const entry = (column: number) => ({
    label: cleanLabel(input.columns[column]!.name),
    column,
    value: row[column],
  });
  const place = { x: round(x(point.x)), y: round(y(point.y)) };
  return {
    ...place,
    title: roles.color === undefined ? undefined : { column: roles.color, value: row[roles.color] },
    entries: [0, 1, ...(roles.size === undefined ? [] : [roles.size])].map((column) => ({
      ...entry(column),
      series: column === 1 && groups.length > 1 ? point.group : undefined,
    })),
    dots: [{ ...place, series: point.group }],
  };
}
