import type { Unmarked } from "@/lib/server/fields.ts";
import type { Page } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { type WidgetPageQuery, type WidgetPatch, type WidgetRecord, widgetRecord } from "./schema.ts";

export const WIDGETS = defineTable("widgets", widgetRecord);

type NewWidget = Omit<WidgetRecord, "id" | "created_at" | "updated_at">;

export function widgetRepository({ table, now, newId }: TenantScope) {
  const widgets = table(WIDGETS);
  return {
    list: ({ dashboard_id, ...query }: WidgetPageQuery): Promise<Page<WidgetRecord>> =>
      widgets.page(query, { by: ["updated_at", "id"], match: dashboard_id ? { dashboard_id } : {} }),

    get: (id: string): Promise<WidgetRecord | null> => widgets.first({ id }),

    /** Throws `not_found` when the dashboard or the workflow is not this tenant's: the foreign keys refuse them. */
    create(input: NewWidget): Promise<WidgetRecord> {
      const at = now();
      return widgets.insert({ ...input, id: newId(), created_at: at, updated_at: at });
    },

    async update(id: string, change: Unmarked<WidgetPatch>): Promise<WidgetRecord | null> {
      const [changed] = await widgets.update({ id }, { ...change, updated_at: now() });
      return changed ?? null;
    },

    remove: async (id: string): Promise<boolean> => await widgets.remove({ id }) > 0,
  };
}
