import { handle } from "@/lib/http/handle.ts";
import { tables } from "@/lib/http/operations/canvas.ts";

export const handler = {
  GET: handle(tables, async ({ services, who }) => ({
    items: await services.schema.tables(who),
    next_cursor: null,
  })),
};
