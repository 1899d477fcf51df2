/** A drawn chart is declared in parts: its layout, and what is drawn and said of that layout. */
import type { Box, ChartInput, EmptyPicture, Geometry, Hit, HitAxis, Mark } from "./types.ts";

/** Where the rows stand in the picture. A chart adds what its marks and words need: scales, placed points, names. */
export interface PlotLayout {
  readonly input: ChartInput;
  readonly plot: Box;
  readonly hitAxis: HitAxis;
  readonly note?: string;
}

export interface PlotChart<Layout extends PlotLayout> {
  /** Reads the rows and places them, or says why there is nothing to draw. */
  readonly layout: (input: ChartInput) => Layout | EmptyPicture;
  /** In the order drawn. */
  readonly marks: (layout: Layout) => readonly Mark[];
  /** What the pointer and the arrow keys read. */
  readonly hits: (layout: Layout) => readonly Hit[];
  /** One or two sentences for people who do not see the picture. */
  readonly summary: (layout: Layout) => string;
}

export function plotChart<Layout extends PlotLayout>(chart: PlotChart<Layout>): Geometry {
  return (input) => {
    const layout = chart.layout(input);
    if ("kind" in layout) return layout;
    const { plot, hitAxis, note } = layout;
    return {
      kind: "plot",
      width: input.width,
      height: input.height,
      plot,
      hitAxis,
      note,
      marks: chart.marks(layout),
      hits: chart.hits(layout),
      summary: chart.summary(layout),
    };
  };
}
