import { handle } from "@/lib/http/handle.ts";
import * as widgets from "@/lib/http/operations/widgets.ts";

export const handler = {
  GET: handle(widgets.list, ({ services, who, query }) => services.widgets.list(who, query)),
  POST: handle(
    widgets.create,
    ({ services, who, body, context }) => services.widgets.create(who, body, context),
  ),
};
