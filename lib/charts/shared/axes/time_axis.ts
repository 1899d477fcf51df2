/** Times below a plot: the tick itself, and where height allows a second line with the larger period it begins. */
import type { Box, Mark } from "../../types.ts";
import { verticalLine } from "../marks.ts";
import { round } from "../scales/scale.ts";
import { ordinalTimeTicks, type TimeLabel, timeLabel, type TimeTicks } from "../scales/time_ticks.ts";
import { textWidth } from "../text.ts";
import { LABEL_GAP, LABEL_LINE, labelsBelow, spread } from "./labels.ts";

const SECOND_LINE = LABEL_LINE + 14;
const TICK_LENGTH = 4;

export type AxisLines = 1 | 2;

interface TimePlace extends TimeLabel {
  readonly x: number;
}

/** How many lines of times a picture of `height` pixels has room for. */
export function timeAxisLines(height: number): AxisLines {
  return height < 160 ? 1 : 2;
}

export function timeAxisHeight(lines: AxisLines): number {
  return lines === 1 ? 20 : 34;
}

/** Where ticks stand on an axis on which time passes evenly. */
export function timePlaces({ times, level }: TimeTicks, pixels: (time: number) => number): TimePlace[] {
  return times.map((time) => ({ x: pixels(time), ...timeLabel(time, level) }));
}

/** Where ticks stand on an axis of slots in order of time, about `spacing` pixels apart. */
export function slotPlaces(
  times: readonly number[],
  centre: (slot: number) => number,
  width: number,
  spacing: number,
): TimePlace[] {
  const { level, indexes } = ordinalTimeTicks(times, Math.max(2, width / spacing));
  return indexes.map((index) => ({ x: centre(index), ...timeLabel(times[index]!, level) }));
}

export function timeAxis(places: readonly TimePlace[], plot: Box, width: number, lines: AxisLines): Mark[] {
  const bottom = plot.y + plot.height;
  const ticks = places.map(({ x }) => verticalLine(round(x), bottom, bottom + TICK_LENGTH, "chart-axis"));
  const begins = places.map(({ context }, index) => index === 0 || places[index - 1]!.context !== context);
  if (lines === 1) {
    const texts = places.map(({ x, text, context }, index) => ({
      x,
      text: index > 0 && begins[index] && context ? context : text,
    }));
    return [...ticks, ...labelsBelow(texts, plot, width)];
  }
  const periods = places.filter(({ context }, index) => begins[index] && context !== "")
    .map(({ x, context }) => ({ x, text: context }));
  return [
    ...ticks,
    ...labelsBelow(places, plot, width),
    ...spread(withoutCrowded(periods), bottom + SECOND_LINE, width, "chart-tick chart-context"),
  ];
}

/** The first period may have begun long before the plot; where the second follows closely, that one says more. */
function withoutCrowded(periods: readonly { readonly x: number; readonly text: string }[]) {
  const [first, second] = periods;
  const isCrowded = first && second &&
    second.x - first.x < (textWidth(first.text) + textWidth(second.text)) / 2 + LABEL_GAP;
  return isCrowded ? periods.slice(1) : periods;
}
