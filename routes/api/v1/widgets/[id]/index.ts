import { handle } from "@/lib/server/api/handle.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(widgets.get, ({ services, who, params }) => services.widgets.get(who, params.id!)),
  PATCH: handle(
    widgets.update,
    ({ services, who, params, body, context }) => services.widgets.update(who, params.id!, body, context),
  ),
  DELETE: handle(
    widgets.remove,
    ({ services, who, params, context }) => services.widgets.remove(who, params.id!, context),
  ),
});
