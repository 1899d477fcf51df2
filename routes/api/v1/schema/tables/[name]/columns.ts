import { handle } from "@/lib/server/api/handle.ts";
import { columns } from "@/lib/server/catalog/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(columns, async ({ services, who, params }) => ({
    items: await services.catalog.columns(who, params.name!),
    next_cursor: null,
  })),
});
