/** Marks that several charts and axes are made of. */
import type { Box, Mark, TextMark } from "../types.ts";
import { fitText } from "./text.ts";

export function textMark(
  x: number,
  y: number,
  text: string,
  className: string,
  options: Pick<TextMark, "anchor" | "rotate" | "full"> = {},
): TextMark {
  return { kind: "text", x, y, text, className, ...options };
}

/** A label shortened to `width` pixels; the whole one stays beside it when letters had to go. */
export function fitted(label: string, width: number): Pick<TextMark, "text" | "full"> {
  const text = fitText(label, width);
  return text === label ? { text } : { text, full: label };
}

/** A horizontal line from one side of a box to the other. */
export function lineAcross({ x, width }: Box, y: number, className: string): Mark {
  return { kind: "line", x1: x, x2: x + width, y1: y, y2: y, className };
}

export function verticalLine(x: number, top: number, bottom: number, className: string): Mark {
  return { kind: "line", x1: x, x2: x, y1: top, y2: bottom, className };
}

/** The line a plot stands on. */
export function baseline(plot: Box): Mark {
  return lineAcross(plot, plot.y + plot.height, "chart-axis");
}

/** An empty path is no mark. */
export function pathMarks(d: string, className: string): Mark[] {
  return d === "" ? [] : [{ kind: "path", d, className }];
}
