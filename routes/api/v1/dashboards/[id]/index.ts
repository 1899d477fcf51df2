import { handle } from "@/lib/server/api/handle.ts";
import * as dashboards from "@/lib/server/dashboards/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(dashboards.get, ({ services, who, params }) => services.dashboards.get(who, params.id!)),
  PATCH: handle(
    dashboards.update,
    ({ services, who, params, body, context }) => services.dashboards.update(who, params.id!, body, context),
  ),
  DELETE: handle(
    dashboards.remove,
    ({ services, who, params, context }) => services.dashboards.remove(who, params.id!, context),
  ),
});
