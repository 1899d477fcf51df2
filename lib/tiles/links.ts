import { type PictureSize, sideOf } from "@/lib/grid/grid.ts";
import type { Widget } from "@/lib/server/widgets/schema.ts";

/** Addresses of one tile, all under its dashboard, carrying the filters that are in force. */
export interface TileLinks {
  readonly tile: string;
  readonly data: string;
  /** Every row as a file; a page in its place says why there is none. */
  readonly csv: string;
  readonly dashboard: string;
}

/** `query` is the page's whole state, `filterQuery` the part of it that the data depends on. */
export function tileLinks(
  widget: Widget,
  { query, filterQuery }: { readonly query: string; readonly filterQuery: string },
): TileLinks {
  const dashboard = `/dashboards/${encodeURIComponent(widget.dashboard_id)}`;
  const id = encodeURIComponent(widget.id);
  return {
    dashboard: withQuery(dashboard, query),
    tile: withQuery(`${dashboard}/tiles/${id}`, query),
    data: withQuery(`/api/v1/widgets/${id}/data`, filterQuery),
    csv: withQuery(`${dashboard}/tiles/${id}/export`, filterQuery),
  };
}

/** The address of the workflow behind a widget; null for people who may not open the canvas. */
export function workflowFor({ workflow_id }: Widget, mayEdit: boolean): string | null {
  return mayEdit ? `/canvas/${encodeURIComponent(workflow_id)}` : null;
}

/** The same tile at another page of its table; 0 is the first. */
export function withOffset(path: string, offset: number): string {
  if (offset === 0) return path;
  return `${path}${path.includes("?") ? "&" : "?"}offset=${offset}`;
}

/** Widths are asked for in steps of so many pixels, so that charts of nearly one size share their rows. */
export const WIDTH_STEP = 60;

function steppedWidth(width: number): number {
  return Math.max(1, Math.ceil(width / WIDTH_STEP)) * WIDTH_STEP;
}

/** How many pixels to ask for, for a picture of this size. */
export function pixelsFor(config: Readonly<Record<string, unknown>>, size: PictureSize): number {
  return steppedWidth(sideOf(config, size));
}

/** An address of rows, for a picture of so many pixels. */
export function withPixels(path: string, pixels: number): string {
  return `${path}${path.includes("?") ? "&" : "?"}pixels=${pixels}`;
}

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path;
}
