import { handle } from "@/lib/server/api/handle.ts";
import * as dashboards from "@/lib/server/dashboards/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(dashboards.list, ({ services, who, query }) => services.dashboards.list(who, query)),
  POST: handle(
    dashboards.create,
    ({ services, who, body, context }) => services.dashboards.create(who, body, context),
  ),
});
