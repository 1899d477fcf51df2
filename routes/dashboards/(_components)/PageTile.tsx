import Chart from "@/islands/Chart.tsx";
import LateChart from "@/islands/LateChart.tsx";
import { Tile } from "@/components/tile/Tile.tsx";
import { TileBody } from "@/components/tile/TileBody.tsx";
import { TileChart } from "@/components/tile/TileChart.tsx";
import { chartSize } from "@/lib/grid/grid.ts";
import { tileLinks, workflowFor } from "@/lib/tiles/links.ts";
import { isHydrated, type TileView } from "@/lib/tiles/model.ts";
import { refreshSecondsOf, type ViewState } from "../../(_shared)/view_state.ts";

interface PageTileProps {
  readonly tile: TileView;
  readonly view: ViewState;
  readonly mayEdit: boolean;
  /** First row of a table, counted from 0. */
  readonly offset?: number;
  /** Overrides the size that follows from the layout. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A tile as a page draws it: charts hydrated, whether they have rows yet or not, everything else plain. */
export function PageTile(
  { tile, view, mayEdit, offset = 0, size = chartSize(tile.widget.layout) }: PageTileProps,
) {
  const { widget, state } = tile;
  const links = tileLinks(widget, view);
  const refreshSeconds = refreshSecondsOf(widget, view);
  const ready = state.kind === "ready" ? state.data : null;
  const live = isHydrated(ready?.chart ?? widget.chart);
  const shared = { links, refreshSeconds, mayEdit, live, offset };
  const feed = { src: links.data, refreshSeconds, ...size };
  const waiting = {
    widgetId: widget.id,
    failure: state.kind === "failed" ? state.failure : null,
    href: links.tile,
    workflow: workflowFor(widget, mayEdit),
  };
  const chart = live
    ? ready ? <Chart data={ready} {...feed} /> : <LateChart {...waiting} {...feed} />
    : ready && <TileChart data={ready} links={links} offset={offset} {...size} />;
  return (
    <Tile view={tile} {...shared}>
      <TileBody view={tile} {...shared} chart={chart} />
    </Tile>
  );
}
