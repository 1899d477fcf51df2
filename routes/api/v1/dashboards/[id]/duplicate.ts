import { handle } from "@/lib/server/api/handle.ts";
import { duplicate } from "@/lib/server/dashboards/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(
    duplicate,
    ({ services, who, params, body, context }) =>
      services.dashboards.duplicate(who, params.id!, body, context),
  ),
});
