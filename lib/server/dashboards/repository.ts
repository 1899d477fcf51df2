import { type Kysely, sql } from "kysely";
import { notFound } from "@/lib/server/errors.ts";
import { contains, isBehind, planPage, toPage } from "@/lib/server/metadata/paging.ts";
import { inTransaction, type TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type {
  DashboardRecord,
  DashboardRepository,
  DashboardSummaryRecord,
} from "@/lib/server/metadata/types.ts";
import { toWidget } from "@/lib/server/widgets/repository.ts";

export function dashboardRepository({ database, tenantId, now, newId }: TenantScope): DashboardRepository {
  const summaries = () =>
    database.selectFrom("dashboards")
      .where("dashboards.tenant_id", "=", tenantId)
      .select(["id", "name", "description", "created_at", "updated_at"])
      .select((builder) =>
        builder.selectFrom("widgets")
          .whereRef("widgets.tenant_id", "=", "dashboards.tenant_id")
          .whereRef("widgets.dashboard_id", "=", "dashboards.id")
          .select(sql<number>`count(*)::int`.as("count")).as("widget_count")
      );

  async function get(id: string): Promise<DashboardRecord | null> {
    const row = await summaries().where("dashboards.id", "=", id).executeTakeFirst();
    if (!row) return null;
    const widgets = await database.selectFrom("widgets").selectAll()
      .where("tenant_id", "=", tenantId).where("dashboard_id", "=", id)
      .orderBy("y").orderBy("x").orderBy("id").execute();
    return { ...toSummary(row), widget_count: widgets.length, widgets: widgets.map(toWidget) };
  }

  const touch = (
    on: Kysely<Tables>,
    id: string,
    change: { readonly name?: string; readonly description?: string },
  ) =>
    on.updateTable("dashboards").set({ ...change, updated_at: now() })
      .where("tenant_id", "=", tenantId).where("id", "=", id).returning("id").executeTakeFirst();

  return {
    get,

    async list(query) {
      const plan = planPage(query);
      let rows = summaries();
      if (query.search) rows = rows.where(contains(["dashboards.name"], query.search));
      if (plan.after) rows = rows.where(isBehind("dashboards.updated_at", "dashboards.id", plan.after));
      const found = await rows.orderBy("updated_at", "desc").orderBy("id", "desc").limit(plan.limit + 1)
        .execute();
      return toPage(found, plan, (row) => ({ at: row.updated_at, id: row.id }), toSummary);
    },

    async create({ name, description }) {
      const at = now();
      const row = { id: newId(), name, description, created_at: at, updated_at: at };
      await database.insertInto("dashboards").values({ tenant_id: tenantId, ...row }).execute();
      return { ...row, widget_count: 0, widgets: [] };
    },

    async update(id, { name, description }) {
      const change = {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
      };
      return await touch(database, id, change) ? await get(id) : null;
    },

    async arrange(id, layouts) {
      const found = await inTransaction(database, async (transaction) => {
        if (!await touch(transaction, id, {})) return false;
        for (const { id: widgetId, layout: { x, y, w, h } } of layouts) {
          const result = await transaction.updateTable("widgets").set({ x, y, w, h, updated_at: now() })
            .where("tenant_id", "=", tenantId).where("dashboard_id", "=", id).where("id", "=", widgetId)
            .executeTakeFirst();
          if (result.numUpdatedRows === 0n) throw notFound("widget", widgetId);
        }
        return true;
      });
      return found ? await get(id) : null;
    },

    async remove(id) {
      const result = await database.deleteFrom("dashboards")
        .where("tenant_id", "=", tenantId).where("id", "=", id).executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}

function toSummary(
  row: Omit<DashboardSummaryRecord, "widget_count"> & { readonly widget_count: number | null },
): DashboardSummaryRecord {
  return { ...row, widget_count: row.widget_count ?? 0 };
}
