import { handle } from "@/lib/server/api/handle.ts";
import { tables } from "@/lib/server/catalog/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(tables, async ({ services, who }) => ({
    items: await services.catalog.tables(who),
    next_cursor: null,
  })),
});
