import { gridOf } from "@/lib/charts/shared/grid.ts";
import type { PlotPicture } from "@/lib/charts/types.ts";
import type { PictureProps } from "./picture_props.ts";
import { GridTable } from "./DataGrid.tsx";
import { MarkView } from "./MarkView.tsx";

/** Rows that the hidden twin repeats; the whole result stays one click away in the island's table. */
const TWIN_ROWS = 100;

/** A drawn chart with a table for those who do not see it. */
export function Plot({ picture, title, columns, rows, truncated, kept, reduced }: PictureProps<PlotPicture>) {
  const { width, height } = picture;
  const twin = gridOf({ columns, rows, config: {}, width, height, truncated, kept, reduced }, TWIN_ROWS);
  return (
    <div class="chart chart-plot">
      <PlotSvg picture={picture} title={title} />
      <div class="chart-hidden">
        <GridTable picture={twin} title={title ?? "Chart data"} />
        <p>{twin.note}</p>
      </div>
    </div>
  );
}

function PlotSvg({ picture, title }: { readonly picture: PlotPicture; readonly title?: string }) {
  const { width, height, marks, summary } = picture;
  return (
    <svg
      class="chart-svg"
      role="img"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-label={title ? `${title}. ${summary}` : summary}
    >
      {title && <title>{title}</title>}
      <desc>{summary}</desc>
      {marks.map((mark, index) => <MarkView key={index} mark={mark} />)}
    </svg>
  );
}
