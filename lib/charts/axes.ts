/** Axes as marks: grid lines, ticks and labels that never run into each other. */
import { tickFormat } from "./format.ts";
import type { LinearScale } from "./scale.ts";
import { round } from "./scale.ts";
import { textWidth } from "./text.ts";
import type { TimeLabel } from "./time_ticks.ts";
import type { Box, Mark, TextMark } from "./types.ts";

export const TICK_GAP = 6;
const LABEL_GAP = 8;
const LINE = 14;

export function tickLabels(scale: LinearScale): readonly string[] {
  return scale.ticks.map(tickFormat(scale.ticks));
}

export function widest(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label))));
}

/** Horizontal grid lines with their values, beside the plot. The zero line stands out when the domain crosses it. */
export function valueAxis(scale: LinearScale, plot: Box, side: "left" | "right"): Mark[] {
  const labels = tickLabels(scale);
  const x = side === "left" ? plot.x - TICK_GAP : plot.x + plot.width + TICK_GAP;
  return scale.ticks.flatMap((tick, index): Mark[] => {
    const y = round(scale(tick));
    const className = tick === 0 ? "chart-zero" : "chart-grid";
    return [
      { kind: "line", x1: plot.x, x2: plot.x + plot.width, y1: y, y2: y, className },
      {
        kind: "text",
        x,
        y: round(y + 4),
        text: labels[index]!,
        className: "chart-tick",
        anchor: side === "left" ? "end" : "start",
      },
    ];
  });
}

/** Vertical grid lines with their values below the plot. */
export function horizontalValueAxis(scale: LinearScale, plot: Box, width: number): Mark[] {
  const bottom = plot.y + plot.height;
  const labels = tickLabels(scale);
  const lines = scale.ticks.map((tick): Mark => {
    const x = round(scale(tick));
    return {
      kind: "line",
      x1: x,
      x2: x,
      y1: plot.y,
      y2: bottom,
      className: tick === 0 ? "chart-zero" : "chart-grid",
    };
  });
  const texts = scale.ticks.map((tick, index) => ({ x: scale(tick), text: labels[index]! }));
  return [...lines, ...spread(texts, bottom + LINE, width)];
}

interface Placed {
  readonly x: number;
  readonly text: string;
}

/** Centred labels on one line, pushed inside the picture, dropping those that would touch the one before. */
export function spread(
  labels: readonly Placed[],
  y: number,
  width: number,
  className = "chart-tick",
): TextMark[] {
  const marks: TextMark[] = [];
  let end = -Infinity;
  for (const label of labels) {
    const half = textWidth(label.text) / 2;
    const x = Math.min(Math.max(label.x, half), width - half);
    if (x - half < end + LABEL_GAP || half * 2 > width) continue;
    end = x + half;
    marks.push({ kind: "text", x: round(x), y, text: label.text, className, anchor: "middle" });
  }
  return marks;
}

export interface TimePlace extends TimeLabel {
  readonly x: number;
}

/** Two lines: the tick itself, and below it the larger period where it begins. One line where height is scarce. */
export function timeAxis(places: readonly TimePlace[], plot: Box, width: number, lines: 1 | 2): Mark[] {
  const bottom = plot.y + plot.height;
  const changes = places.map((place, index) => index === 0 || places[index - 1]!.context !== place.context);
  const ticks = places.map(({ x }): Mark => ({
    kind: "line",
    x1: round(x),
    x2: round(x),
    y1: bottom,
    y2: bottom + 4,
    className: "chart-axis",
  }));
  if (lines === 1) {
    const texts = places.map(({ x, text, context }, index) => ({
      x,
      text: index > 0 && changes[index] && context ? context : text,
    }));
    return [...ticks, ...spread(texts, bottom + LINE + 1, width)];
  }
  const contexts = places.filter(({ context }, index) => changes[index] && context !== "").map(
    ({ x, context }) => ({ x, text: context }),
  );
  // The first period is named only for want of room to its right; a change that follows closely says more.
  const [first, second] = contexts;
  const crowded = first && second &&
    second.x - first.x < (textWidth(first.text) + textWidth(second.text)) / 2 + LABEL_GAP;
  return [
    ...ticks,
    ...spread(places, bottom + LINE + 1, width),
    ...spread(
      crowded ? contexts.slice(1) : contexts,
      bottom + 2 * LINE + 1,
      width,
      "chart-tick chart-context",
    ),
  ];
}

export function timeAxisHeight(lines: 1 | 2): number {
  return lines === 1 ? 20 : 34;
}

/** The line a plot stands on. */
export function baseline(plot: Box): Mark {
  const y = plot.y + plot.height;
  return { kind: "line", x1: plot.x, x2: plot.x + plot.width, y1: y, y2: y, className: "chart-axis" };
}
