import type { Selectable } from "kysely";
import { isBehind, planPage, toPage } from "@/lib/server/metadata/paging.ts";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type { WidgetOverridesRecord, WidgetRecord, WidgetRepository } from "@/lib/server/metadata/types.ts";

type WidgetRow = Selectable<Tables["widgets"]>;

export function widgetRepository({ database, tenantId, now, newId }: TenantScope): WidgetRepository {
  const all = () => database.selectFrom("widgets").selectAll().where("tenant_id", "=", tenantId);
  return {
    async list(query) {
      const plan = planPage(query);
      let rows = all();
      if (query.dashboard_id) rows = rows.where("dashboard_id", "=", query.dashboard_id);
      if (plan.after) rows = rows.where(isBehind("updated_at", "id", plan.after));
      const found = await rows.orderBy("updated_at", "desc").orderBy("id", "desc").limit(plan.limit + 1)
        .execute();
      return toPage(found, plan, (row) => ({ at: row.updated_at, id: row.id }), toWidget);
    },

    async get(id) {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row ? toWidget(row) : null;
    },

    // The foreign keys refuse a dashboard or workflow of another tenant.
    async create({ layout, overrides, dashboard_id, workflow_id, node_id }) {
      const at = now();
      const row = await database.insertInto("widgets").values({
        tenant_id: tenantId,
        id: newId(),
        dashboard_id,
        workflow_id,
        node_id,
        x: layout.x,
        y: layout.y,
        w: layout.w,
        h: layout.h,
        overrides: JSON.stringify(overrides),
        created_at: at,
        updated_at: at,
      }).returningAll().executeTakeFirstOrThrow();
      return toWidget(row);
    },

    async update(id, { layout, overrides }) {
      const row = await database.updateTable("widgets").set({
        updated_at: now(),
        ...(layout ? { x: layout.x, y: layout.y, w: layout.w, h: layout.h } : {}),
        ...(overrides ? { overrides: JSON.stringify(overrides) } : {}),
      }).where("tenant_id", "=", tenantId).where("id", "=", id).returningAll().executeTakeFirst();
      return row ? toWidget(row) : null;
    },

    async remove(id) {
      const result = await database.deleteFrom("widgets")
        .where("tenant_id", "=", tenantId).where("id", "=", id).executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}

export function toWidget({ x, y, w, h, overrides, tenant_id: _tenant, ...rest }: WidgetRow): WidgetRecord {
  return { ...rest, layout: { x, y, w, h }, overrides: JSON.parse(overrides) as WidgetOverridesRecord };
}
