/** A drawn chart is declared in parts: its layout, and what is drawn and said of that layout. */
import { cutWords } from "./shared/cut.ts";
import { missingInput } from "./shared/empty.ts";
import { fitted, textMark } from "./shared/marks.ts";
import type { Box, ChartInput, EmptyPicture, Geometry, Hit, HitAxis, Mark } from "./types.ts";

/** The line below a plot that says what the picture leaves out, and the height from which there is room for it. */
const NOTICE_LINE = 16;
const NOTICE_FROM = 100;

/** Where the rows stand in the picture. A chart adds what its marks and words need: scales, placed points, names. */
export interface PlotLayout {
  readonly input: ChartInput;
  readonly plot: Box;
  readonly hitAxis: HitAxis;
  readonly note?: string;
}

interface PlotChart<Read, Layout extends PlotLayout> {
  /** With fewer there is nothing to read. */
  readonly leastColumns: number;
  /** Reads the rows, once for all that follows. */
  readonly read: (input: ChartInput) => Read;
  /** What is amiss with the rows, in words, before anything is placed. */
  readonly warning?: (read: Read, input: ChartInput) => string | null;
  /** Places what was read, or says why there is nothing to draw. */
  readonly layout: (input: ChartInput, read: Read) => Layout | EmptyPicture;
  /** The marks from back to front: a later one covers an earlier one. */
  readonly marks: (layout: Layout) => readonly Mark[];
  /** What the pointer and the arrow keys read. */
  readonly hits: (layout: Layout) => readonly Hit[];
  /** One or two sentences for people who do not see the picture. */
  readonly summary: (layout: Layout) => string;
}

export function plotChart<Read, Layout extends PlotLayout>(chart: PlotChart<Read, Layout>): Geometry {
  return (input) => {
    const missing = missingInput(input, chart.leastColumns);
    if (missing) return missing;
    const read = chart.read(input);
    const warning = chart.warning?.(read, input) ?? null;
    const notice = sentences(warning, cutWords(input));
    const isShown = notice !== "" && input.height >= NOTICE_FROM;
    const layout = chart.layout(isShown ? { ...input, height: input.height - NOTICE_LINE } : input, read);
    if ("kind" in layout) return layout;
    const { plot, hitAxis, note } = layout;
    const className = warning === null ? "chart-note" : "chart-note chart-warning";
    const line = (): Mark => {
      const { text, full } = fitted(notice, input.width - 8);
      return textMark(2, input.height - 4, text, className, { full });
    };
    return {
      kind: "plot",
      width: input.width,
      height: input.height,
      plot,
      hitAxis,
      note: sentences(note ?? null, notice) || undefined,
      marks: isShown ? [...chart.marks(layout), line()] : chart.marks(layout),
      hits: chart.hits(layout),
      summary: notice === "" ? chart.summary(layout) : `${chart.summary(layout)} ${notice}.`,
    };
  };
}

function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(". ");
}
