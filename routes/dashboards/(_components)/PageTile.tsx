import Chart from "@/islands/Chart.tsx";
import LateChart from "@/islands/LateChart.tsx";
import { Tile } from "@/components/tile/Tile.tsx";
import { TileBody } from "@/components/tile/TileBody.tsx";
import { TilePicture } from "@/components/tile/TilePicture.tsx";
import { pictureSize } from "@/components/tile/grid.ts";
import { isHydrated, tileLinks, type TileView } from "@/components/tile/model.ts";
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

/** A tile as a page draws it: charts hydrated, everything else plain. */
export function PageTile(
  { tile, view, mayEdit, offset = 0, size = pictureSize(tile.widget.layout) }: PageTileProps,
) {
  const { widget, state } = tile;
  const links = tileLinks(widget, view);
  const refreshSeconds = refreshSecondsOf(widget, view);
  const live = state.kind === "ready"
    ? isHydrated(state.data.chart)
    : state.kind === "pending" && isHydrated(widget.chart);
  const shared = { links, refreshSeconds, mayEdit, live, offset };
  const feed = { src: links.data, refreshSeconds, ...size };
  const picture = state.kind === "pending"
    ? live ? <LateChart href={links.tile} {...feed} /> : null
    : state.kind === "failed"
    ? null
    : live
    ? <Chart data={state.data} {...feed} />
    : <TilePicture data={state.data} links={links} offset={offset} {...size} />;
  return (
    <Tile view={tile} {...shared}>
      <TileBody view={tile} {...shared} picture={picture} />
    </Tile>
  );
}
