import { page } from "fresh";
import { define } from "@/utils.ts";
import { can } from "@/lib/server/auth/permissions.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { DashboardHead } from "../(_components)/DashboardHead.tsx";
import { EmptyDashboard } from "../(_components)/EmptyDashboard.tsx";
import { PageScripts } from "../(_components)/PageScripts.tsx";
import { PageTile } from "../(_components)/PageTile.tsx";
import { loadFilterOptions, loadTiles } from "../(_view)/tiles.ts";
import { readViewState } from "../../(_shared)/view_state.ts";

export const handler = define.handlers({
  async GET({ params, state, url }) {
    const who = signedIn(state);
    const view = readViewState(url);
    const dashboard = await state.services.dashboards.get(who, params.id ?? "");
    state.title = dashboard.name;
    const [tiles, options] = await Promise.all([
      loadTiles(state.services, who, dashboard, view),
      loadFilterOptions(state.services, who, dashboard),
    ]);
    return page({ dashboard, view, tiles, options });
  },
});

export default define.page<typeof handler>(function DashboardPage({ data, state }) {
  const { dashboard, view, tiles, options } = data;
  const mayEdit = can(signedIn(state).role, "dashboard:write");
  return (
    <div class="desk">
      <DashboardHead dashboard={dashboard} view={view} options={options} mayEdit={mayEdit} />
      {tiles.length === 0 ? <EmptyDashboard mayEdit={mayEdit} /> : (
        <div class="grid">
          {tiles.map((tile) => <PageTile key={tile.widget.id} tile={tile} view={view} mayEdit={mayEdit} />)}
        </div>
      )}
      {tiles.length > 0 ? <PageScripts /> : null}
    </div>
  );
});
