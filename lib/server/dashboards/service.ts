/** Dashboards and the arrangement of their widgets. */
import { notFound } from "@/lib/server/errors.ts";
import type { DashboardRecord } from "@/lib/server/metadata/types.ts";
import type { Repositories } from "@/lib/server/stores/mod.ts";
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { enter, type ServiceContext } from "@/lib/server/context.ts";
import type { FilterOptionsOf } from "./filter_options.ts";
import * as inputs from "@/lib/server/inputs.ts";
import type { Dashboard, Services } from "@/lib/server/types.ts";
import { graphsOf, withCharts } from "@/lib/server/widgets/charts.ts";

export function createDashboards(
  context: ServiceContext,
  filterOptionsOf: FilterOptionsOf,
): Services["dashboards"] {
  return {
    list: (who, query) => enter(context, who, "dashboard:read").dashboards.list(query),

    async get(who, id) {
      const repositories = enter(context, who, "dashboard:read");
      return await complete(repositories, id, await repositories.dashboards.get(id));
    },

    async create(who, given, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      const { name, description = "" } = inputs.checked(inputs.dashboard, given);
      return await change(async ({ dashboards }) => {
        const answer = await dashboards.create({ name, description });
        return { answer, event: eventOf("created", answer) };
      });
    },

    async update(who, id, given, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      const patch = inputs.checked(inputs.dashboardPatch, given);
      return await change(async (repositories) => {
        const answer = await complete(repositories, id, await repositories.dashboards.update(id, patch));
        return { answer, event: eventOf("changed", answer) };
      });
    },

    async arrange(who, id, arrangement, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      const { layouts } = inputs.checked(inputs.arrangement, { layouts: arrangement });
      return await change(async (repositories) => {
        const answer = await complete(repositories, id, await repositories.dashboards.arrange(id, layouts));
        return { answer, event: eventOf("arranged", answer, { widgets: layouts.length }) };
      });
    },

    async duplicate(who, id, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      return await change(async (repositories) => {
        const { dashboards, widgets } = repositories;
        const original = await dashboards.get(id);
        if (original === null) throw notFound("dashboard", id);
        const { description } = original;
        const copy = await dashboards.create({ name: `${original.name.slice(0, 190)} (copy)`, description });
        const sources = await graphsOf(repositories, original.widgets);
        // A widget whose workflow is gone has nothing left to show, so it is not carried over.
        for (const widget of original.widgets.filter(({ workflow_id }) => sources.has(workflow_id))) {
          const { workflow_id, node_id, layout, overrides } = widget;
          await widgets.create({ dashboard_id: copy.id, workflow_id, node_id, layout, overrides });
        }
        const answer = await complete(repositories, copy.id, await dashboards.get(copy.id));
        return { answer, event: eventOf("created", answer, { from: id }) };
      });
    },

    async remove(who, id, request) {
      const change = enterToChange(context, who, "dashboard:write", request);
      await change(async ({ dashboards }) => {
        const dashboard = await dashboards.get(id);
        if (dashboard === null || !await dashboards.remove(id)) throw notFound("dashboard", id);
        return { answer: undefined, event: eventOf("removed", dashboard) };
      });
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

function eventOf(
  action: string,
  { id, name }: Pick<DashboardRecord, "id" | "name">,
  more: AuditEvent["detail"] = {},
): AuditEvent {
  return { action, resource: "dashboard", id, detail: { name, ...more } };
}
