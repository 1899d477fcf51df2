import { z } from "zod";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { dashboardFilter, type DashboardFilterRecord } from "./schema.ts";

const FILTERS = defineTable("dashboard_filters", dashboardFilter, z.object({ position: z.int() }));

type NewFilter = Omit<DashboardFilterRecord, "id" | "dashboard_id">;

export function dashboardFilterRepository({ table, transaction, newId }: TenantScope) {
  const list = (dashboard_id: string): Promise<readonly DashboardFilterRecord[]> =>
    table(FILTERS).all({ dashboard_id }, ["position"]);
  return {
    list,
    /** Puts these filters, in this order, in the place of those that are there. */
    async replace(
      dashboard_id: string,
      filters: readonly NewFilter[],
    ): Promise<readonly DashboardFilterRecord[]> {
      await transaction(async (inside) => {
        await inside.table(FILTERS).remove({ dashboard_id });
        for (const [position, filter] of filters.entries()) {
          await inside.table(FILTERS).insert({ ...filter, id: newId(), dashboard_id, position });
        }
      });
      return await list(dashboard_id);
    },
  };
}
