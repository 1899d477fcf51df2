/** Grid lines at round values, and the values beside them. */
import type { Box, Mark } from "../../types.ts";
import { tickFormat } from "../format/tick.ts";
import { lineAcross, textMark, verticalLine } from "../marks.ts";
import { type LinearScale, round } from "../scales/scale.ts";
import { textWidth } from "../text.ts";
import { spread, TICK_GAP } from "./labels.ts";

/** From a plot's bottom to the text of the values below it. */
const VALUE_LINE = 14;

function tickLabels(scale: LinearScale): readonly string[] {
  return scale.ticks.map(tickFormat(scale.ticks));
}

/** Pixels that the widest of some labels takes. */
export function widest(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label))));
}

/** Pixels that the labels of a vertical axis take. */
export function valueAxisWidth(scale: LinearScale): number {
  return widest(tickLabels(scale));
}

/** The zero line stands out when the domain crosses it. */
const gridClass = (tick: number) => tick === 0 ? "chart-zero" : "chart-grid";

/** Horizontal grid lines with their values, beside the plot. */
export function valueAxis(scale: LinearScale, plot: Box, side: "left" | "right"): Mark[] {
  const labels = tickLabels(scale);
  const x = side === "left" ? plot.x - TICK_GAP : plot.x + plot.width + TICK_GAP;
  const anchor = side === "left" ? "end" : "start";
  return scale.ticks.flatMap((tick, index): Mark[] => {
    const y = round(scale(tick));
    return [
      lineAcross(plot, y, gridClass(tick)),
      textMark(x, round(y + 4), labels[index]!, "chart-tick", { anchor }),
    ];
  });
}

/** Vertical grid lines with their values below the plot, in a picture of `width` pixels. */
export function horizontalValueAxis(scale: LinearScale, plot: Box, width: number): Mark[] {
  const bottom = plot.y + plot.height;
  const labels = tickLabels(scale);
  const lines = scale.ticks.map((tick) => verticalLine(round(scale(tick)), plot.y, bottom, gridClass(tick)));
  const texts = scale.ticks.map((tick, index) => ({ x: scale(tick), text: labels[index]! }));
  return [...lines, ...spread(texts, bottom + VALUE_LINE, width)];
}
