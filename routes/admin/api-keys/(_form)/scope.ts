import { checked } from "@/lib/server/checked.ts";
import type { Identity } from "@/lib/server/identity.ts";
import { listQuery } from "@/lib/server/paging.ts";
import type { Services } from "@/lib/server/services.ts";
import { type Widget, widgetListQuery } from "@/lib/server/widgets/schema.ts";

/** What a key can be given: dashboards and the widgets on them, named as people know them. */
export interface ScopeGroup {
  readonly id: string;
  readonly name: string;
  readonly widgets: readonly { readonly id: string; readonly name: string }[];
}

const MOST = 200;

export async function listScope(services: Services, who: Identity): Promise<readonly ScopeGroup[]> {
  const [dashboards, widgets] = await Promise.all([
    services.dashboards.list(who, checked(listQuery, { limit: MOST })),
    services.widgets.list(who, checked(widgetListQuery, { limit: MOST })),
  ]);
  const byDashboard = Map.groupBy(widgets.items, ({ dashboard_id }) => dashboard_id);
  return dashboards.items.map(({ id, name }) => ({
    id,
    name,
    widgets: (byDashboard.get(id) ?? []).map((widget) => ({ id: widget.id, name: nameOf(widget) })),
  }));
}

export function widgetNames(scope: readonly ScopeGroup[]): ReadonlyMap<string, string> {
  return new Map(
    scope.flatMap(({ name, widgets }) => widgets.map((widget) => [widget.id, `${name}: ${widget.name}`])),
  );
}

function nameOf({ title, overrides }: Widget): string {
  return overrides.title ?? title ?? "Source deleted";
}
