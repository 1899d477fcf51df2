import { handle } from "@/lib/server/http/handle.ts";
import { tables } from "@/lib/server/http/operations/canvas.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(tables, async ({ services, who }) => ({
    items: await services.schema.tables(who),
    next_cursor: null,
  })),
});
