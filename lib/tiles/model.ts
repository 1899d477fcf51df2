import { type NodeType, pictureOf } from "@/compiler/browser.ts";
import type { Widget, WidgetData, WidgetFailure } from "@/lib/server/widgets/schema.ts";

/** What a tile shows: rows, a failure, or that its query was not done when the page was sent. */
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

/** The entity tag of a tile's body: its rows and how often they are refreshed. Null for a tile without rows. */
export function etagOf(state: TileState, refreshSeconds: number): string | null {
  if (state.kind !== "ready" || state.data.version === undefined) return null;
  return `"${state.data.version.slice(0, 32)}-${refreshSeconds}"`;
}

/** Charts with a pointer read-out are hydrated; numbers and tables are plain HTML. */
export function isHydrated(chart: NodeType | undefined): boolean {
  return pictureOf(chart) === "chart";
}

/** What a tile is called: as its editor named it, else after its workflow's output. */
export function tileTitle({ widget, state }: TileView): string {
  const known = widget.overrides.title ?? widget.title;
  if (known) return known;
  return state.kind === "ready" ? state.data.title : "Source deleted";
}
