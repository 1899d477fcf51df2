import type { ComponentChildren } from "preact";
import { replacesItself } from "@/lib/tiles/polling.ts";
import { type TileLinks, withOffset, workflowFor } from "@/lib/tiles/links.ts";
import { etagOf, type TileView } from "@/lib/tiles/model.ts";
import { TileFailure } from "@/components/tile/TileFailure.tsx";
import { TileSkeleton } from "@/components/tile/TileSkeleton.tsx";

interface TileBodyProps {
  readonly view: TileView;
  readonly links: TileLinks;
  readonly refreshSeconds: number;
  readonly mayEdit: boolean;
  /** Of a table that shows a later page, which a refresh must show again. */
  readonly offset?: number;
  /** Drawn by the caller, hydrated on a page, plain in a fragment; null while there is none. */
  readonly chart: ComponentChildren;
  /** True when the chart refreshes and mends itself, so that htmx must not replace it. */
  readonly live: boolean;
}

/** The part of a tile that refreshes. htmx replaces it whole; a hydrated chart fetches for itself instead. */
export function TileBody(
  { view, links, refreshSeconds, mayEdit, offset = 0, chart, live }: TileBodyProps,
) {
  const { widget, state } = view;
  const trigger = live
    ? null
    : state.kind === "pending"
    ? "load"
    : refreshSeconds > 0
    ? `every ${refreshSeconds}s`
    : null;
  return (
    <div
      class="tile-body"
      id={`tile-body-${widget.id}`}
      {...replacesItself(withOffset(links.tile, offset), trigger, { etag: etagOf(state, refreshSeconds) })}
    >
      {chart ?? (state.kind === "failed"
        ? (
          <TileFailure
            failure={state.failure}
            again={links.dashboard}
            workflow={workflowFor(widget, mayEdit)}
          />
        )
        : <TileSkeleton href={links.tile} />)}
    </div>
  );
}
