/** The horizontal scale of line charts: time, number, or names in the order they come. */
import type { Column } from "@/compiler/schema/types.ts";
import { labelsBelow } from "../shared/axes/labels.ts";
import { type AxisLines, timeAxis, timePlaces } from "../shared/axes/time_axis.ts";
import { horizontalValueAxis } from "../shared/axes/value_axis.ts";
import { identityOf, labelOf } from "../shared/format/value.ts";
import { isNumeric, isTemporal, toPosition } from "../shared/rows/values.ts";
import { extent } from "../shared/scales/domain.ts";
import { horizontalTickCount, linearScale } from "../shared/scales/scale.ts";
import { timeTicks } from "../shared/scales/time_ticks.ts";
import { fitText } from "../shared/text.ts";
import type { Box, Mark } from "../types.ts";

export interface XScale {
  readonly kind: "time" | "number" | "name";
  /** Position on the axis in data units; null when the value has no place. */
  position(value: unknown): number | null;
  pixels(position: number, plot: Box): number;
  axis(plot: Box, width: number, lines: AxisLines): Mark[];
}

/** The scale that suits a column, spanning `values`. */
export function xScale(column: Column | undefined, values: readonly unknown[]): XScale {
  if (isTemporal(column) || isNumeric(column)) return continuous(column!, values);
  return named(column, values);
}

function continuous(column: Column, values: readonly unknown[]): XScale {
  const position = remembered((value) => toPosition(column, value));
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
        const ticks = timeTicks(low, high, Math.max(2, plot.width / 72));
        const shown = ticks.times.length > 0 ? ticks : { ...ticks, times: [low] };
        return timeAxis(timePlaces(shown, (time) => pixels(time, plot)), plot, width, lines);
      },
    };
  }
  return {
    kind: "number",
    position,
    pixels,
    axis: (plot, width) => {
      if (low === high) {
        return labelsBelow([{ x: pixels(low, plot), text: labelOf(column, values[0]) }], plot, width);
      }
      const most = horizontalTickCount(plot.width);
      const count = column.type === "int64" ? Math.min(most, Math.max(1, high - low)) : most;
      return horizontalValueAxis(linearScale([low, high], [plot.x, plot.x + plot.width], count), plot, width);
    },
  };
}

/** Every value is asked for twice, for the range and for its point, and reading a time takes long. */
function remembered(read: (value: unknown) => number | null): (value: unknown) => number | null {
  const known = new Map<unknown, number | null>();
  return (value) => {
    const ready = known.get(value);
    if (ready !== undefined) return ready;
    const position = read(value);
    known.set(value, position);
    return position;
  };
}

function named(column: Column | undefined, values: readonly unknown[]): XScale {
  const index = new Map<string, number>();
  const names: string[] = [];
  for (const value of values) {
    const id = identityOf(value);
    if (index.has(id)) continue;
    index.set(id, index.size);
    names.push(labelOf(column, value));
  }
  const step = (plot: Box) => plot.width / Math.max(1, index.size);
  const pixels = (position: number, plot: Box) => plot.x + (position + 0.5) * step(plot);
  return {
    kind: "name",
    position: (value) => index.get(identityOf(value)) ?? null,
    pixels,
    axis: (plot, width) => {
      const room = Math.max(48, step(plot) - 8);
      const labels = names.map((label, place) => ({
        x: pixels(place, plot),
        text: fitText(label, room),
      }));
      return labelsBelow(labels, plot, width);
    },
  };
}
