/** Dashboards and the arrangement of their widgets. */
import { notFound } from "@/lib/errors.ts";
import type { DashboardRecord } from "@/lib/stores/metadata/types.ts";
import type { Repositories } from "@/lib/stores/mod.ts";
import type { Recorder } from "./audit.ts";
import { enter, type ServiceContext } from "./context.ts";
import type { FilterOptionsOf } from "./filter_options.ts";
import * as inputs from "./inputs.ts";
import type { Dashboard, Services } from "./types.ts";
import { graphsOf, withCharts } from "./widget_charts.ts";

export function createDashboards(
  context: ServiceContext,
  record: Recorder,
  filterOptionsOf: FilterOptionsOf,
): Services["dashboards"] {
  return {
    list: (who, query) => enter(context, who, "dashboard:read").dashboards.list(query),

    async get(who, id) {
      const repositories = enter(context, who, "dashboard:read");
      return await complete(repositories, id, await repositories.dashboards.get(id));
    },

    async create(who, input, request) {
      const { dashboards } = enter(context, who, "dashboard:write");
      const { name, description = "" } = inputs.checked(inputs.dashboard, input);
      const dashboard = await dashboards.create({ name, description });
      await record(who, request, {
        action: "created",
        resource: "dashboard",
        id: dashboard.id,
        detail: { name },
      });
      return dashboard;
    },

    async update(who, id, patch, request) {
      const repositories = enter(context, who, "dashboard:write");
      const change = inputs.checked(inputs.dashboardPatch, patch);
      const dashboard = await complete(repositories, id, await repositories.dashboards.update(id, change));
      const detail = { name: dashboard.name };
      await record(who, request, { action: "changed", resource: "dashboard", id, detail });
      return dashboard;
    },

    async arrange(who, id, arrangement, request) {
      const repositories = enter(context, who, "dashboard:write");
      const { layouts } = inputs.checked(inputs.arrangement, { layouts: arrangement });
      const dashboard = await complete(repositories, id, await repositories.dashboards.arrange(id, layouts));
      const detail = { widgets: layouts.length };
      await record(who, request, { action: "arranged", resource: "dashboard", id, detail });
      return dashboard;
    },

    async duplicate(who, id, request) {
      const repositories = enter(context, who, "dashboard:write");
      const original = await repositories.dashboards.get(id);
      if (original === null) throw notFound("dashboard", id);
      const name = `${original.name.slice(0, 190)} (copy)`;
      const copy = await repositories.dashboards.create({ name, description: original.description });
      const sources = await graphsOf(repositories, original.widgets);
      // A widget whose workflow is gone has nothing left to show, so it is not carried over.
      for (const widget of original.widgets.filter(({ workflow_id }) => sources.has(workflow_id))) {
        const { workflow_id, node_id, layout, overrides } = widget;
        await repositories.widgets.create({ dashboard_id: copy.id, workflow_id, node_id, layout, overrides });
      }
      const detail = { name, from: id };
      await record(who, request, { action: "created", resource: "dashboard", id: copy.id, detail });
      return await complete(repositories, copy.id, await repositories.dashboards.get(copy.id));
    },

    async remove(who, id, request) {
      const { dashboards } = enter(context, who, "dashboard:write");
      if (!await dashboards.remove(id)) throw notFound("dashboard", id);
      await record(who, request, { action: "removed", resource: "dashboard", id });
    },

    async filterOptions(who, id) {
      const repositories = enter(context, who, "dashboard:read");
      const dashboard = await repositories.dashboards.get(id);
      if (dashboard === null) throw notFound("dashboard", id);
      return await filterOptionsOf(who.tenantId, repositories, dashboard.widgets);
    },
  };
}

async function complete(
  repositories: Repositories,
  id: string,
  dashboard: DashboardRecord | null,
): Promise<Dashboard> {
  if (dashboard === null) throw notFound("dashboard", id);
  return { ...dashboard, widgets: await withCharts(repositories, dashboard.widgets) };
}
