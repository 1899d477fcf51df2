import type { ComponentChildren } from "preact";
import { Freshness } from "@/components/tile/Freshness.tsx";
import { gridClasses } from "@/lib/grid/grid.ts";
import type { TileLinks } from "@/lib/tiles/links.ts";
import { tileTitle, type TileView } from "@/lib/tiles/model.ts";
import { TileMenu } from "@/components/tile/TileMenu.tsx";
import { Icon } from "@/components/Icon.tsx";

interface TileProps {
  readonly view: TileView;
  readonly links: TileLinks;
  readonly refreshSeconds: number;
  readonly mayEdit: boolean;
  readonly live: boolean;
  readonly children: ComponentChildren;
}

/** One widget on the grid: title, freshness, refresh, menu, and below them its body. */
export function Tile({ view, links, refreshSeconds, mayEdit, live, children }: TileProps) {
  const { widget, state } = view;
  const title = tileTitle(view);
  const body = `#tile-body-${widget.id}`;
  return (
    <article class={`tile ${gridClasses(widget.layout)}`} aria-labelledby={`tile-title-${widget.id}`}>
      <div class="tile-card">
        <header class="tile-head">
          <h2 class="ui-clip ui-grow" id={`tile-title-${widget.id}`} title={title}>{title}</h2>
          <Freshness
            widgetId={widget.id}
            asOf={state.kind === "ready" ? state.data.as_of : null}
            refreshSeconds={refreshSeconds}
          />
          <a
            class="ui-button ui-button-quiet ui-button-icon ui-button-small"
            href={links.dashboard}
            aria-label={`Refresh ${title}`}
            title="Refresh"
            data-refresh-chart={live ? "" : undefined}
            hx-get={live ? undefined : links.tile}
            hx-target={live ? undefined : body}
            hx-swap={live ? undefined : "outerHTML"}
          >
            <Icon name="refresh" size={14} />
          </a>
          <TileMenu widget={widget} title={title} links={links} mayEdit={mayEdit} />
        </header>
        {children}
      </div>
    </article>
  );
}
