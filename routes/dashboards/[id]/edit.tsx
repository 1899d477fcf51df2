import { page } from "fresh";
import { define } from "@/utils.ts";
import { nodeDescription } from "@/compiler/mod.ts";
import DashboardGrid from "@/islands/DashboardGrid.tsx";
import { untangled } from "@/lib/grid/places.ts";
import { can } from "@/lib/server/auth/permissions.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";
import { vendorUrl } from "../../vendor/(_files)/vendor_files.ts";

export const handler = define.handlers({
  async GET({ params, state }) {
    const who = signedIn(state);
    const dashboard = await state.services.dashboards.get(who, params.id ?? "");
    if (!can(who.role, "dashboard:write")) {
      throw new FlowForgeError("forbidden", "Cannot arrange this dashboard: viewers only read.");
    }
    state.title = `Arrange ${dashboard.name}`;
    return page({ dashboard });
  },
});

export default define.page<typeof handler>(function ArrangePage({ data }) {
  const { id, name, widgets } = data.dashboard;
  const here = `/dashboards/${encodeURIComponent(id)}`;
  const tiles = untangled(widgets).map((widget) => ({
    id: widget.id,
    layout: widget.layout,
    title: widget.overrides.title ?? widget.title ?? "Source deleted",
    kind: widget.chart ? nodeDescription(widget.chart)?.label ?? "Output" : "Source deleted",
  }));
  return (
    <div class="desk desk-edit">
      <link rel="stylesheet" href={vendorUrl("gridstack.css")} />
      <div class="desk-head">
        <div class="desk-title">
          <h1 class="ui-clip">Arrange {name}</h1>
          <p>
            Drag tiles by their title and pull their edges. With the keyboard: arrows move, Shift and arrows
            resize.
          </p>
        </div>
      </div>
      <noscript>
        <p class="ui-notice ui-notice-warn">Arranging needs scripts. Viewing does not.</p>
      </noscript>
      <DashboardGrid
        tiles={tiles}
        saveUrl={`/api/v1/dashboards/${encodeURIComponent(id)}/layout`}
        backUrl={here}
      />
    </div>
  );
});
