import type { ComponentChildren } from "preact";
import { ErrorMessage } from "@/components/Message.tsx";
import { adviceFor } from "@/components/tile/failures.ts";
import { replacesItself } from "@/components/tile/polling.ts";
import { type TileLinks, type TileView, withOffset } from "@/components/tile/model.ts";
import { TileSkeleton } from "@/components/tile/TileSkeleton.tsx";

interface TileBodyProps {
  readonly view: TileView;
  readonly links: TileLinks;
  readonly refreshSeconds: number;
  readonly mayEdit: boolean;
  /** Of a table that shows a later page, which a refresh must show again. */
  readonly offset?: number;
  /** Drawn by the caller, hydrated on a page, plain in a fragment; null while there is none. */
  readonly picture: ComponentChildren;
  /** True when the picture refreshes itself, so that htmx must not replace it. */
  readonly live: boolean;
}

/** The part of a tile that refreshes. htmx replaces it whole; a hydrated chart fetches for itself instead. */
export function TileBody(
  { view, links, refreshSeconds, mayEdit, offset = 0, picture, live }: TileBodyProps,
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
      class={`tile-body tile-${state.kind}`}
      id={`tile-body-${widget.id}`}
      {...replacesItself(withOffset(links.tile, offset), trigger)}
    >
      {state.kind === "failed"
        ? <TileFailure view={view} links={links} mayEdit={mayEdit} />
        : picture ?? <TileSkeleton href={links.tile} />}
    </div>
  );
}

function TileFailure({ view, links, mayEdit }: Pick<TileBodyProps, "view" | "links" | "mayEdit">) {
  if (view.state.kind !== "failed") return null;
  const { failure } = view.state;
  const { title, advice, retry } = adviceFor(failure);
  const source = `/canvas/${encodeURIComponent(view.widget.workflow_id)}`;
  return (
    <ErrorMessage
      title={title}
      actions={
        <>
          {retry ? <a class="ui-button ui-button-small" href={links.dashboard}>Try again</a> : null}
          {mayEdit && failure.code === "invalid_graph"
            ? <a class="ui-button ui-button-small" href={source}>Open workflow</a>
            : null}
        </>
      }
    >
      {failure.problems[0]?.message ?? advice}
    </ErrorMessage>
  );
}
