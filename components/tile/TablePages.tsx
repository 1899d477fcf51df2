import { PlainPicture } from "@/components/tile/PlainPicture.tsx";
import { DEEPEST_OFFSET, placeOf } from "@/components/tile/paging.ts";
import { type TileLinks, withOffset } from "@/components/tile/model.ts";
import type { WidgetData } from "@/lib/services/types.ts";
import { formatNumber } from "@/lib/charts/format.ts";

interface TablePagesProps {
  readonly data: WidgetData;
  readonly links: TileLinks;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

/** A table a page at a time: plain links, which htmx turns into a swap of the tile's body. */
export function TablePages({ data, links, offset, width, height }: TablePagesProps) {
  const { first, last, previous, next, deepest } = placeOf(data, offset);
  if (previous === null && next === null && !deepest) {
    return <PlainPicture data={data} {...{ width, height }} />;
  }
  return (
    <div class="tile-paged">
      <PlainPicture data={{ ...data, truncated: false }} width={width} height={height} />
      <nav class="tile-pages" aria-label={`Pages of ${data.title}`}>
        <span class="ui-grow">
          {last < first
            ? "No more rows"
            : `Rows ${formatNumber(first)} to ${formatNumber(last)}${
              next === null && !deepest ? "" : " of more"
            }`}
          {deepest ? `. Pages end at row ${formatNumber(DEEPEST_OFFSET)}: add a filter to see further` : ""}
        </span>
        <Step label="Previous" offset={previous} {...{ data, links }} />
        <Step label="Next" offset={next} {...{ data, links }} />
      </nav>
    </div>
  );
}

interface StepProps extends Pick<TablePagesProps, "data" | "links"> {
  readonly label: string;
  readonly offset: number | null;
}

function Step({ label, offset, data, links }: StepProps) {
  if (offset === null) return <span class="tile-page-end" aria-disabled="true">{label}</span>;
  const href = withOffset(links.tile, offset);
  return (
    <a
      href={href}
      aria-label={`${label} rows of ${data.title}`}
      hx-get={href}
      hx-target={`#tile-body-${data.widget_id}`}
      hx-swap="outerHTML"
    >
      {label}
    </a>
  );
}
