import { inTransaction, type TenantScope } from "@/lib/server/metadata/scope.ts";
import type { DashboardFilterRecord, DashboardFilterRepository } from "@/lib/server/metadata/types.ts";

export function dashboardFilterRepository(
  { database, tenantId, newId }: TenantScope,
): DashboardFilterRepository {
  const list = async (dashboardId: string): Promise<readonly DashboardFilterRecord[]> =>
    await database.selectFrom("dashboard_filters")
      .select(["id", "dashboard_id", "column_name as column", "kind", "label"])
      .where("tenant_id", "=", tenantId).where("dashboard_id", "=", dashboardId)
      .orderBy("position").execute();
  return {
    list,
    async replace(dashboardId, filters) {
      const rows = filters.map(({ column, kind, label }, position) => ({
        tenant_id: tenantId,
        id: newId(),
        dashboard_id: dashboardId,
        position,
        column_name: column,
        kind,
        label,
      }));
      await inTransaction(database, async (transaction) => {
        await transaction.deleteFrom("dashboard_filters")
          .where("tenant_id", "=", tenantId).where("dashboard_id", "=", dashboardId).execute();
        if (rows.length > 0) await transaction.insertInto("dashboard_filters").values(rows).execute();
      });
      return await list(dashboardId);
    },
  };
}
