/** The horizontal scale of line charts: time, number, or names in the order they come. */
import type { Column } from "@/compiler/schema/types.ts";
import { horizontalValueAxis, spread, timeAxis } from "./axes.ts";
import { extent, linearScale } from "./scale.ts";
import { fitText } from "./text.ts";
import { timeLabel, timeTicks } from "./time_ticks.ts";
import type { Box, Mark } from "./types.ts";
import { isNumeric, isTemporal, labelOf, toPosition } from "./values.ts";

export interface XScale {
  readonly kind: "time" | "number" | "name";
  /** Position on the axis in data units; null when the value has no place. */
  position(value: unknown): number | null;
  pixels(position: number, plot: Box): number;
  axis(plot: Box, width: number, lines: 1 | 2): Mark[];
}

export function xScale(column: Column | undefined, values: readonly unknown[]): XScale {
  if (isTemporal(column) || isNumeric(column)) return continuous(column!, values);
  return named(column, values);
}

function continuous(column: Column, values: readonly unknown[]): XScale {
  // Asked for the range first and for every point again; reading a time is what costs.
  const known = new Map<unknown, number | null>();
  const position = (value: unknown) => {
    const ready = known.get(value);
    if (ready !== undefined) return ready;
    const read = toPosition(column, value);
    known.set(value, read);
    return read;
  };
  const [low, high] = extent(values.map(position).filter((value) => value !== null)) ?? [0, 0];
  const pixels = (value: number, plot: Box) =>
    low === high
      ? plot.x + plot.width / 2
      : plot.x + (value / 2 - low / 2) / (high / 2 - low / 2) * plot.width;
  if (isTemporal(column)) {
    return {
      kind: "time",
      position,
      pixels,
      axis: (plot, width, lines) => {
        const { level, times } = timeTicks(low, high, Math.max(2, plot.width / 72));
        const shown = times.length > 0 ? times : [low];
        return timeAxis(
          shown.map((time) => ({ x: pixels(time, plot), ...timeLabel(time, level) })),
          plot,
          width,
          lines,
        );
      },
    };
  }
  return {
    kind: "number",
    position,
    pixels,
    axis: (plot, width) => {
      if (low === high) {
        return spread(
          [{ x: plot.x + plot.width / 2, text: labelOf(column, values[0]) }],
          plot.y + plot.height + 15,
          width,
        );
      }
      const wanted = Math.max(2, Math.floor(plot.width / 80));
      const count = column.type === "int64" ? Math.min(wanted, Math.max(1, high - low)) : wanted;
      const scale = linearScale([low, high], [plot.x, plot.x + plot.width], count);
      return horizontalValueAxis(scale, plot, width);
    },
  };
}

function named(column: Column | undefined, values: readonly unknown[]): XScale {
  const index = new Map<string, number>();
  for (const value of values) {
    const label = labelOf(column, value);
    if (!index.has(label)) index.set(label, index.size);
  }
  const step = (plot: Box) => plot.width / Math.max(1, index.size);
  return {
    kind: "name",
    position: (value) => index.get(labelOf(column, value)) ?? null,
    pixels: (position, plot) => plot.x + (position + 0.5) * step(plot),
    axis: (plot, width) =>
      spread(
        [...index].map(([label, place]) => ({
          x: plot.x + (place + 0.5) * step(plot),
          text: fitText(label, Math.max(48, step(plot) - 8)),
        })),
        plot.y + plot.height + 15,
        width,
      ),
  };
}
