import { handle } from "@/lib/server/http/handle.ts";
import { columns } from "@/lib/server/http/operations/canvas.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(columns, async ({ services, who, params }) => ({
    items: await services.schema.columns(who, params.name!),
    next_cursor: null,
  })),
});
