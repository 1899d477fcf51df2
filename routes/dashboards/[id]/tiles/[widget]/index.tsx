import { page } from "fresh";
import { define } from "@/utils.ts";
import { clockTime } from "@/components/time.ts";
import { Freshness } from "@/components/tile/Freshness.tsx";
import { chartSize } from "@/lib/grid/grid.ts";
import { tileLinks } from "@/lib/tiles/links.ts";
import { etagOf, stateOf, tileTitle } from "@/lib/tiles/model.ts";
import { pageOffset, readOffset } from "@/lib/tiles/paging.ts";
import { TileBody } from "@/components/tile/TileBody.tsx";
import { TileChart } from "@/components/tile/TileChart.tsx";
import { can } from "@/lib/server/auth/permissions.ts";
import { notFound } from "@/lib/server/errors.ts";
import { fragment, unchanged, wantsFragment } from "@/lib/server/http/htmx.ts";
import { isKnown } from "@/lib/server/http/versioned.ts";
import { signedIn } from "../../../../(_shared)/signed_in.ts";
import { PageScripts } from "../../../(_components)/PageScripts.tsx";
import { PageTile } from "../../../(_components)/PageTile.tsx";
import { readViewState, refreshSecondsOf } from "../../../../(_shared)/view_state.ts";

/** Size of a chart that has a page of its own. */
const ALONE = { width: 1240, height: 640 } as const;

/** One tile: its body alone for htmx, a page of its own for everyone else. */
export const handler = define.handlers({
  async GET({ params, req, state, url }) {
    const who = signedIn(state);
    const id = params.widget ?? "";
    const view = readViewState(url);
    const offset = readOffset(url);
    // In place of a tile's body the chart is as large as the tile, which is what is assumed without a size.
    const size = wantsFragment(req) ? undefined : ALONE;
    const [widget, result] = await Promise.all([
      state.services.widgets.get(who, id),
      state.services.widgets.tile(who, id, {
        filters: view.filters,
        offset: pageOffset(offset),
        size,
        signal: req.signal,
      }),
    ]);
    if (widget.dashboard_id !== params.id) throw notFound("widget", id);
    const tile = { widget, state: stateOf(result) };
    const mayEdit = can(who.role, "dashboard:write");
    if (!wantsFragment(req)) {
      state.title = tileTitle(tile);
      return page({ tile, view, mayEdit, offset }, { headers: { vary: "HX-Request, Cookie" } });
    }
    const refreshSeconds = refreshSecondsOf(widget, view);
    const links = tileLinks(widget, view);
    const ready = tile.state.kind === "ready" ? tile.state.data : null;
    const etag = etagOf(tile.state, refreshSeconds);
    if (ready && etag !== null && isKnown(req, etag)) {
      return unchanged(etag, { time: ready.as_of, clock: clockTime(ready.as_of) });
    }
    return fragment(
      <>
        <TileBody
          view={tile}
          links={links}
          refreshSeconds={refreshSeconds}
          mayEdit={mayEdit}
          offset={offset}
          live={false}
          chart={ready
            ? <TileChart data={ready} links={links} offset={offset} {...chartSize(widget.layout)} />
            : null}
        />
        <Freshness
          widgetId={widget.id}
          asOf={ready?.as_of ?? null}
          refreshSeconds={refreshSeconds}
          outOfBand
        />
      </>,
    );
  },
});

export default define.page<typeof handler>(function TilePage({ data }) {
  const { tile, view, mayEdit, offset } = data;
  return (
    <div class="tile-alone">
      <h1 class="ui-hidden">{tileTitle(tile)}</h1>
      <p>
        <a href={tileLinks(tile.widget, view).dashboard}>← Back to the dashboard</a>
      </p>
      <PageTile
        tile={tile}
        view={view}
        mayEdit={mayEdit}
        offset={offset}
        size={ALONE}
      />
      <PageScripts />
    </div>
  );
});
