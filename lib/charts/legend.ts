/** Names of the series, above the plot. A single series needs no swatch: its name titles the axis. */
import { round } from "./scale.ts";
import { seriesClass } from "./series.ts";
import { fitText, textWidth } from "./text.ts";
import type { Mark } from "./types.ts";

const ROW = 18;
const SWATCH = 10;
const GAP = 14;
const LONGEST = 160;

export interface Legend {
  readonly marks: readonly Mark[];
  readonly height: number;
}

export interface LegendOptions {
  readonly width: number;
  readonly rows?: number;
  /** Lines get a stroke as their swatch, bars and points a square. */
  readonly stroke?: boolean;
}

export function legend(labels: readonly string[], options: LegendOptions): Legend {
  if (labels.length === 1) return title(labels[0]!, options.width);
  const rows = options.rows ?? 2;
  const more = (hidden: number) => `+${hidden} more`;
  const reserve = textWidth(more(labels.length)) + GAP;
  const marks: Mark[] = [];
  let x = 0;
  let row = 0;
  for (let index = 0; index < labels.length; index++) {
    const text = fitText(labels[index]!, Math.min(LONGEST, options.width - SWATCH - 6));
    const width = SWATCH + 5 + textWidth(text);
    const isLast = index === labels.length - 1;
    const room = options.width - (row === rows - 1 && !isLast ? reserve : 0);
    if (x > 0 && x + width > room) {
      if (row === rows - 1) {
        marks.push({
          kind: "text",
          x,
          y: row * ROW + 12,
          text: more(labels.length - index),
          className: "chart-legend",
        });
        break;
      }
      row++;
      x = 0;
    }
    marks.push(swatch(index, x, row * ROW + 3, options.stroke ?? false));
    marks.push({
      kind: "text",
      x: round(x + SWATCH + 5),
      y: row * ROW + 12,
      text,
      className: "chart-legend",
      full: text === labels[index] ? undefined : labels[index],
    });
    x = round(x + width + GAP);
  }
  return { marks, height: (row + 1) * ROW };
}

function swatch(index: number, x: number, y: number, stroke: boolean): Mark {
  const className = seriesClass(index);
  return stroke
    ? { kind: "line", x1: x, y1: y + 5, x2: x + SWATCH, y2: y + 5, className: `chart-line ${className}` }
    : { kind: "rect", x, y, width: SWATCH, height: SWATCH, className: `chart-swatch ${className}` };
}

function title(label: string, width: number): Legend {
  const text = fitText(label, width);
  const full = text === label ? undefined : label;
  return { marks: [{ kind: "text", x: 0, y: 12, text, className: "chart-legend", full }], height: ROW };
}

/** Moves marks as a block. */
export function translate(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark): Mark => {
    switch (mark.kind) {
      case "line":
        return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
      case "circle":
        return { ...mark, cx: mark.cx + dx, cy: mark.cy + dy };
      case "path":
        return mark;
      default:
        return { ...mark, x: mark.x + dx, y: mark.y + dy };
    }
  });
}
