import { page } from "fresh";
import { define } from "@/utils.ts";
import { can } from "@/lib/server/auth/permissions.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { DashboardHead } from "../(_components)/DashboardHead.tsx";
import { EmptyDashboard } from "../(_components)/EmptyDashboard.tsx";
import { PageScripts } from "../(_components)/PageScripts.tsx";
import { PageTile } from "../(_components)/PageTile.tsx";
import { controlNames, filterControls } from "../(_view)/filter_controls.ts";
import { loadFilterOptions, loadFilterValues, loadTiles } from "../(_view)/tiles.ts";
import { readViewState } from "../../(_shared)/view_state.ts";

export const handler = define.handlers({
  async GET({ params, state, url }) {
    const who = signedIn(state);
    const { services } = state;
    const dashboard = await services.dashboards.get(who, params.id ?? "");
    state.title = dashboard.name;
    const options = await loadFilterOptions(services, who, dashboard);
    const view = readViewState(url, controlNames(options));
    const [values, tiles] = await Promise.all([
      loadFilterValues(services, who, dashboard, options),
      loadTiles(services, who, dashboard, view),
    ]);
    return page({ dashboard, view, tiles, options, values });
  },
});

export default define.page<typeof handler>(function DashboardPage({ data, state }) {
  const { dashboard, view, tiles, options, values } = data;
  const controls = filterControls(options, values, view.filterQuery);
  const mayEdit = can(signedIn(state).role, "dashboard:write");
  return (
    <div class="desk">
      <DashboardHead dashboard={dashboard} view={view} controls={controls} mayEdit={mayEdit} />
      {tiles.length === 0 ? <EmptyDashboard mayEdit={mayEdit} /> : (
        <div class="grid">
          {tiles.map((tile) => <PageTile key={tile.widget.id} tile={tile} view={view} mayEdit={mayEdit} />)}
        </div>
      )}
      {tiles.length > 0 ? <PageScripts /> : null}
    </div>
  );
});
