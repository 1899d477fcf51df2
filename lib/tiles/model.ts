import type { NodeType } from "@/compiler/browser.ts";
import type { Widget, WidgetData, WidgetFailure } from "@/lib/server/types.ts";

/** What a tile can show at a moment. `pending` is a query that was not ready when the page was. */
export type TileState =
  | { readonly kind: "ready"; readonly data: WidgetData }
  | { readonly kind: "failed"; readonly failure: WidgetFailure }
  | { readonly kind: "pending" };

export interface TileView {
  readonly widget: Widget;
  readonly state: TileState;
}

export function stateOf(result: WidgetData | WidgetFailure): TileState {
  return "code" in result ? { kind: "failed", failure: result } : { kind: "ready", data: result };
}

/** Names what a tile's body shows: the rows and their picture, refreshed in a certain rhythm. Null for anything else. */
export function etagOf(state: TileState, refreshSeconds: number): string | null {
  if (state.kind !== "ready" || state.data.version === undefined) return null;
  return `"${state.data.version.slice(0, 32)}-${refreshSeconds}"`;
}

/** Pictures with a pointer read-out are hydrated; numbers and tables are plain HTML. */
export function isHydrated(chart: NodeType | undefined): boolean {
  return pictureOf(chart) === "chart";
}

/** Whether the picture is a table that is shown page by page. */
export function isPaged(chart: NodeType): boolean {
  return pictureOf(chart) === "pages";
}

export function titleOf({ widget, state }: TileView): string {
  const known = widget.overrides.title ?? widget.title;
  if (known) return known;
  return state.kind === "ready" ? state.data.title : "Source deleted";
}

/** Addresses of one tile, all under its dashboard, carrying the filters that are in force. */
export interface TileLinks {
  readonly tile: string;
  readonly data: string;
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
  };
}

/** Where an editor finds what a widget shows; null for who may not open the canvas. */
export function workflowFor({ workflow_id }: Widget, mayEdit: boolean): string | null {
  return mayEdit ? `/canvas/${encodeURIComponent(workflow_id)}` : null;
}

/** The same tile at another page of its table; 0 is the first. */
export function withOffset(path: string, offset: number): string {
  if (offset === 0) return path;
  return `${path}${path.includes("?") ? "&" : "?"}offset=${offset}`;
}

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path;
}
