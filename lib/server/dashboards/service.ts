/** Dashboards and the arrangement of their widgets. */
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { authorize, enter, type ServiceContext } from "@/lib/server/context.ts";
import { notFound } from "@/lib/server/errors.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { ListQuery, Page } from "@/lib/server/paging.ts";
import { withCharts } from "@/lib/server/widgets/charts.ts";
import { copyDashboard } from "./copy.ts";
import type { FilterOptions } from "./filter_options.ts";
import type {
  Arrangement,
  Dashboard,
  DashboardCopy,
  DashboardInput,
  DashboardPatch,
  DashboardRecord,
  DashboardSummary,
  FilterOption,
} from "./schema.ts";

export function createDashboards(context: ServiceContext, filterOptions: FilterOptions) {
  return {
    list: async (who: Identity, query: ListQuery): Promise<Page<DashboardSummary>> =>
      await enter(context, who, "dashboard:read").dashboards.list(query),

    async get(who: Identity, id: string): Promise<Dashboard> {
      const repositories = enter(context, who, "dashboard:read");
      return await complete(repositories, id, await repositories.dashboards.get(id));
    },

    async create(who: Identity, input: DashboardInput, request: RequestContext): Promise<Dashboard> {
      const change = enterToChange(context, who, "dashboard:write", request);
      return await change(async ({ dashboards }) => {
        const result = { ...await dashboards.create(input), widgets: [] };
        return { result, event: eventOf("created", result) };
      });
    },

    async update(
      who: Identity,
      id: string,
      patch: DashboardPatch,
      request: RequestContext,
    ): Promise<Dashboard> {
      const change = enterToChange(context, who, "dashboard:write", request);
      return await change(async (repositories) => {
        const result = await complete(repositories, id, await repositories.dashboards.update(id, patch));
        return { result, event: eventOf("changed", result) };
      });
    },

    /** Moves and resizes widgets in one transaction. */
    async arrange(
      who: Identity,
      id: string,
      { layouts }: Arrangement,
      request: RequestContext,
    ): Promise<Dashboard> {
      const change = enterToChange(context, who, "dashboard:write", request);
      return await change(async (repositories) => {
        const result = await complete(repositories, id, await repositories.dashboards.arrange(id, layouts));
        return { result, event: eventOf("arranged", result, { widgets: layouts.length }) };
      });
    },

    /** A new dashboard with the same widgets and filters, named after the first; asked to, with copied workflows. */
    async duplicate(
      who: Identity,
      id: string,
      { copy_workflows }: DashboardCopy,
      request: RequestContext,
    ): Promise<Dashboard> {
      const change = enterToChange(context, who, "dashboard:write", request);
      if (copy_workflows) authorize(who, "workflow:write");
      return await change(async (repositories) => {
        const original = found(id, await repositories.dashboards.get(id));
        const { copyId, before } = await copyDashboard(
          repositories,
          original,
          copy_workflows ? who.email : null,
        );
        const result = await complete(repositories, copyId, await repositories.dashboards.get(copyId));
        return { result, event: eventOf("created", result, { from: id }), before };
      });
    },

    async remove(who: Identity, id: string, request: RequestContext): Promise<void> {
      const change = enterToChange(context, who, "dashboard:write", request);
      await change(async ({ dashboards }) => {
        const dashboard = found(id, await dashboards.get(id));
        if (!await dashboards.remove(id)) throw notFound("dashboard", id);
        return { result: undefined, event: eventOf("removed", dashboard) };
      });
    },

    /** The global filters that make sense on this dashboard: columns of the tables its widgets read. */
    async filterOptions(who: Identity, id: string): Promise<readonly FilterOption[]> {
      const repositories = enter(context, who, "dashboard:read");
      const { widgets } = found(id, await repositories.dashboards.get(id));
      return await filterOptions.columns(who.tenantId, widgets);
    },

    /** The values worth choosing in one of those columns, as far as the tenant may see them. */
    async filterValues(who: Identity, id: string, column: string): Promise<readonly string[]> {
      const repositories = enter(context, who, "dashboard:read");
      const { widgets } = found(id, await repositories.dashboards.get(id));
      return await filterOptions.values(who.tenantId, widgets, column);
    },
  };
}

async function complete(
  repositories: Repositories,
  id: string,
  dashboard: DashboardRecord | null,
): Promise<Dashboard> {
  const { widgets, ...summary } = found(id, dashboard);
  return { ...summary, widgets: await withCharts(repositories, widgets) };
}

function found(id: string, dashboard: DashboardRecord | null): DashboardRecord {
  if (dashboard === null) throw notFound("dashboard", id);
  return dashboard;
}

function eventOf(
  action: string,
  { id: resource_id, name }: Pick<DashboardRecord, "id" | "name">,
  more: AuditEvent["detail"] = {},
): AuditEvent {
  return { action, resource: "dashboard", resource_id, detail: { name, ...more } };
}
