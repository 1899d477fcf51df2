import { PlainChart } from "@/components/tile/PlainChart.tsx";
import { placeOf } from "@/lib/tiles/paging.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { formatNumber } from "@/lib/charts/shared/format/number.ts";

interface TablePagesProps {
  readonly data: WidgetData;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  /** The address of the page that begins at a row, as a page of its own and as a part for htmx. */
  readonly pageAt: (offset: number) => string;
  /** Where every row can be downloaded; nowhere in an embed. */
  readonly csv?: string;
  /** Selector of what htmx replaces with the next page. */
  readonly target: string;
}

/** One page of a table with plain links to the others; htmx follows them without leaving the page. */
export function TablePages({ data, offset, width, height, pageAt, csv, target }: TablePagesProps) {
  const { first, last, previous, next, deepest } = placeOf(data, offset);
  if (previous === null && next === null && !deepest) {
    return <PlainChart data={data} {...{ width, height }} />;
  }
  return (
    <div class="tile-paged">
      <PlainChart data={{ ...data, truncated: false }} width={width} height={height} />
      <div class="tile-pages" role="group" aria-label={`Pages of ${data.title}`}>
        <span class="ui-grow">
          {last < first
            ? "No more rows"
            : `Rows ${formatNumber(first)} to ${formatNumber(last)}${
              next === null && !deepest ? "" : " of more"
            }`}
          {deepest ? <Deepest csv={csv} /> : null}
        </span>
        <Step label="Previous" offset={previous} {...{ data, pageAt, target }} />
        <Step label="Next" offset={next} {...{ data, pageAt, target }} />
      </div>
    </div>
  );
}

function Deepest({ csv }: Pick<TablePagesProps, "csv">) {
  if (csv === undefined) return <>{". Pages end here: add a filter to see further"}</>;
  return (
    <>
      {". Pages end here: add a filter or "}
      <a href={csv}>export</a>
      {" to see further"}
    </>
  );
}

interface StepProps extends Pick<TablePagesProps, "data" | "pageAt" | "target"> {
  readonly label: string;
  readonly offset: number | null;
}

/** Keeps its id from page to page, so the keyboard focus stays on it. At the last page it is text that Tab skips. */
function Step({ label, offset, data, pageAt, target }: StepProps) {
  const id = `${label.toLowerCase()}-${data.widget_id}`;
  if (offset === null) {
    return <span class="tile-page-end" id={id} tabIndex={-1} aria-disabled="true">{label}</span>;
  }
  const href = pageAt(offset);
  return (
    <a
      id={id}
      href={href}
      aria-label={`${label} rows of ${data.title}`}
      hx-get={href}
      hx-target={target}
      hx-swap="outerHTML"
    >
      {label}
    </a>
  );
}
