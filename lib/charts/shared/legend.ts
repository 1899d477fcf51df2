/** Names of the series, above the plot. A single series needs no swatch: its name titles the axis. */
import type { Mark } from "../types.ts";
import { seriesClass } from "./colours.ts";
import { fitted, textMark } from "./marks.ts";
import { round } from "./scales/scale.ts";
import { textWidth } from "./text.ts";

const ROW = 18;
const TEXT_LINE = 12;
const SWATCH = 10;
const SWATCH_GAP = 5;
const GAP = 14;
const LONGEST = 160;

export interface Legend {
  readonly marks: readonly Mark[];
  readonly height: number;
}

interface LegendOptions {
  readonly width: number;
  readonly rows?: number;
  /** Lines get a stroke as their swatch, bars and points a square. */
  readonly stroke?: boolean;
  /** The colour of a label, by its index. */
  readonly colourOf?: (index: number) => number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The legend that a picture's size has room for: two rows, one, or none. */
export function legendFor(
  labels: readonly string[],
  { width, height }: Size,
  looks: Pick<LegendOptions, "stroke" | "colourOf"> = {},
): Legend {
  if (height < 110) return { marks: [], height: 4 };
  return legend(labels, { width, rows: height < 220 ? 1 : 2, ...looks });
}

/** At most `rows` rows; the last one says how many names had no room. */
export function legend(labels: readonly string[], options: LegendOptions): Legend {
  const { width: room, rows = 2, stroke = false, colourOf = (index: number) => index } = options;
  if (labels.length === 1) return { marks: [nameMark(0, 0, fitted(labels[0]!, room))], height: ROW };
  const more = (hidden: number) => `+${hidden} more`;
  const reserve = textWidth(more(labels.length)) + GAP;
  const marks: Mark[] = [];
  let x = 0;
  let row = 0;
  for (const [index, label] of labels.entries()) {
    const name = fitted(label, Math.min(LONGEST, room - SWATCH - 6));
    const width = SWATCH + SWATCH_GAP + textWidth(name.text);
    const isLastRow = row === rows - 1;
    const isLast = index === labels.length - 1;
    if (x > 0 && x + width > room - (isLastRow && !isLast ? reserve : 0)) {
      if (isLastRow) {
        marks.push(textMark(x, row * ROW + TEXT_LINE, more(labels.length - index), "chart-legend"));
        break;
      }
      row++;
      x = 0;
    }
    marks.push(
      swatch(colourOf(index), x, row * ROW + 3, stroke),
      nameMark(round(x + SWATCH + SWATCH_GAP), row, name),
    );
    x = round(x + width + GAP);
  }
  return { marks, height: (row + 1) * ROW };
}

function nameMark(x: number, row: number, { text, full }: ReturnType<typeof fitted>): Mark {
  return textMark(x, row * ROW + TEXT_LINE, text, "chart-legend", { full });
}

function swatch(index: number, x: number, y: number, stroke: boolean): Mark {
  const className = seriesClass(index);
  return stroke
    ? { kind: "line", x1: x, y1: y + 5, x2: x + SWATCH, y2: y + 5, className: `chart-line ${className}` }
    : { kind: "rect", x, y, width: SWATCH, height: SWATCH, className: `chart-swatch ${className}` };
}
