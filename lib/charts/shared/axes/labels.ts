/** Labels on one line below a plot that never run into each other. */
import type { Box, TextMark } from "../../types.ts";
import { textMark } from "../marks.ts";
import { round } from "../scales/scale.ts";
import { textWidth } from "../text.ts";

/** Pixels between a plot and the labels at its sides. */
export const TICK_GAP = 6;
/** Pixels from a plot's bottom to the text of the first line of labels below it. */
export const LABEL_LINE = 15;
/** The least room between two labels on one line. */
export const LABEL_GAP = 8;

interface PlacedLabel {
  readonly x: number;
  readonly text: string;
}

/** Centred labels on one line, pushed inside the picture, dropping those that would touch the one before. */
export function spread(
  labels: readonly PlacedLabel[],
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
    marks.push(textMark(round(x), y, label.text, className, { anchor: "middle" }));
  }
  return marks;
}

/** The first line of labels below a plot, in a picture of `width` pixels. */
export function labelsBelow(labels: readonly PlacedLabel[], plot: Box, width: number): TextMark[] {
  return spread(labels, plot.y + plot.height + LABEL_LINE, width);
}
