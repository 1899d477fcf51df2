import { notFound } from "@/lib/server/errors.ts";
import type { Unmarked } from "@/lib/server/fields.ts";
import type { Page } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { heldWidgets, placeAmong, requireApart } from "./places.ts";
import type { Layout, WidgetPageQuery, WidgetPatch, WidgetRecord } from "./schema.ts";
import { WIDGETS } from "./table.ts";

interface NewWidget extends Omit<WidgetRecord, "id" | "layout" | "created_at" | "updated_at"> {
  readonly layout?: Layout;
}

export function widgetRepository({ table, transaction, now, newId }: TenantScope) {
  const widgets = table(WIDGETS);
  return {
    list: ({ dashboard_id, ...query }: WidgetPageQuery): Promise<Page<WidgetRecord>> =>
      widgets.page(query, { by: ["updated_at", "id"], match: dashboard_id ? { dashboard_id } : {} }),

    get: (id: string): Promise<WidgetRecord | null> => widgets.first({ id }),

    /**
     * Moves down to the first free place where the one it asks for is taken. Throws `not_found` when the dashboard or
     * the workflow is not this tenant's.
     */
    create: (input: NewWidget): Promise<WidgetRecord> =>
      transaction(async (inside) => {
        const others = await heldWidgets(inside, input.dashboard_id);
        if (others === null) throw notFound("dashboard", input.dashboard_id);
        const layout = placeAmong(others, input.layout);
        const at = now();
        return await inside.table(WIDGETS).insert({
          ...input,
          layout,
          id: newId(),
          created_at: at,
          updated_at: at,
        });
      }),

    /** Throws `invalid_input` when it would lie on another widget. */
    update: (id: string, change: Unmarked<WidgetPatch>): Promise<WidgetRecord | null> =>
      transaction(async (inside) => {
        const before = await inside.table(WIDGETS).first({ id });
        if (before === null) return null;
        if (change.layout !== undefined) {
          const all = await heldWidgets(inside, before.dashboard_id) ?? [];
          const after = all.map((each) => each.id === id ? { ...each, layout: change.layout! } : each);
          requireApart(after, [id], () => "layout");
        }
        const [changed] = await inside.table(WIDGETS).update({ id }, { ...change, updated_at: now() });
        return changed ?? null;
      }),

    remove: async (id: string): Promise<boolean> => await widgets.remove({ id }) > 0,
  };
}
