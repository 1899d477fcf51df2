import { type NodeType, pictureOf } from "@/compiler/browser.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";

/** Tables come a page at a time; charts are drawn whole. */
export function isPaged(chart: NodeType): boolean {
  return pictureOf(chart) === "pages";
}

/** The last row that pages reach: further down, a filter is quicker for the reader and cheaper for the store. */
export const DEEPEST_OFFSET = 10_000;

const USUAL_PAGE = 50;

interface Place {
  /** Rows counted from 1; `last` is before `first` on a page without rows. */
  readonly first: number;
  readonly last: number;
  /** Offsets of the neighbouring pages; null where there is none. */
  readonly previous: number | null;
  readonly next: number | null;
  /** True when there are more rows than pages reach. */
  readonly deepest: boolean;
}

export function placeOf(
  { rows, truncated, config }: Pick<WidgetData, "rows" | "truncated" | "config">,
  offset: number,
): Place {
  const chosen = typeof config.page_size === "number" && config.page_size > 0 ? config.page_size : USUAL_PAGE;
  const size = truncated ? rows.length : chosen;
  const following = offset + rows.length;
  const deepest = truncated && following > DEEPEST_OFFSET;
  return {
    first: offset + 1,
    last: following,
    previous: offset > 0 ? Math.max(0, offset - size) : null,
    next: truncated && !deepest ? following : null,
    deepest,
  };
}

/** The offset as a query has it: from the first row on nobody asks for pages, and a chart is whole. */
export function pageOffset(offset: number): number | undefined {
  return offset === 0 ? undefined : offset;
}

/** The offset an address asks for, within what tables page to; anything unreadable is the first page. */
export function readOffset(url: URL): number {
  const asked = Number(url.searchParams.get("offset") ?? 0);
  return Number.isSafeInteger(asked) ? Math.min(Math.max(0, asked), DEEPEST_OFFSET) : 0;
}
