import { handle } from "@/lib/server/api/handle.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(widgets.list, ({ services, who, query }) => services.widgets.list(who, query)),
  POST: handle(
    widgets.create,
    ({ services, who, body, context }) => services.widgets.create(who, body, context),
  ),
});
