import { notFound } from "@/lib/server/errors.ts";
import type { Unmarked } from "@/lib/server/fields.ts";
import type { Page, PageQuery } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { heldWidgets, requireApart } from "@/lib/server/widgets/places.ts";
import { WIDGETS } from "@/lib/server/widgets/table.ts";
import type { WidgetRecord } from "@/lib/server/widgets/schema.ts";
import type {
  Arrangement,
  DashboardInput,
  DashboardPatch,
  DashboardRecord,
  DashboardSummary,
} from "./schema.ts";
import { DASHBOARDS } from "./table.ts";

export function dashboardRepository({ table, transaction, now, newId }: TenantScope) {
  const dashboards = table(DASHBOARDS);
  const widgets = table(WIDGETS);

  async function get(id: string): Promise<DashboardRecord | null> {
    const found = await dashboards.first({ id });
    if (found === null) return null;
    const own = (await widgets.all({ dashboard_id: id }, ["id"])).toSorted(byPlace);
    return { ...found, widget_count: own.length, widgets: own };
  }

  return {
    get,

    /** Latest change first; `search` looks in the name. */
    async list(query: PageQuery): Promise<Page<DashboardSummary>> {
      const page = await dashboards.page(query, { by: ["updated_at", "id"], search: ["name"] });
      const counts = await widgets.countBy("dashboard_id", { dashboard_id: page.items.map(({ id }) => id) });
      const items = page.items.map((item) => ({ ...item, widget_count: counts.get(item.id) ?? 0 }));
      return { ...page, items };
    },

    async create(input: Unmarked<DashboardInput>): Promise<DashboardRecord> {
      const at = now();
      const created = await dashboards.insert({ ...input, id: newId(), created_at: at, updated_at: at });
      return { ...created, widget_count: 0, widgets: [] };
    },

    async update(id: string, change: Unmarked<DashboardPatch>): Promise<DashboardRecord | null> {
      const changed = await dashboards.update({ id }, { ...change, updated_at: now() });
      return changed.length > 0 ? await get(id) : null;
    },

    /**
     * All or nothing: one unknown widget (`not_found`), or one that would lie on another (`invalid_input`), and none
     * moves. Null when there is no such dashboard.
     */
    async arrange(id: string, layouts: Arrangement["layouts"]): Promise<DashboardRecord | null> {
      const found = await transaction(async (inside) => {
        const before = await heldWidgets(inside, id);
        if (before === null) return false;
        const places = new Map(
          layouts.map((each, at) => [each.id, { ...each, field: `layouts[${at}].layout` }]),
        );
        for (const { id: widgetId, layout } of places.values()) {
          const place = { layout, updated_at: now() };
          const moved = await inside.table(WIDGETS).update({ id: widgetId, dashboard_id: id }, place);
          if (moved.length === 0) throw notFound("widget", widgetId);
        }
        const after = before.map((widget) => ({ ...widget, ...places.get(widget.id) }));
        requireApart(after, [...places.keys()], (widgetId) => places.get(widgetId)!.field);
        await inside.table(DASHBOARDS).update({ id }, { updated_at: now() });
        return true;
      });
      return found ? await get(id) : null;
    },

    /** Deletes the dashboard and its widgets. Returns false when there is none of that id. */
    remove: async (id: string): Promise<boolean> => await dashboards.remove({ id }) > 0,
  };
}

/** From top to bottom, left to right. */
function byPlace({ layout: a }: WidgetRecord, { layout: b }: WidgetRecord): number {
  return a.y - b.y || a.x - b.x;
}
