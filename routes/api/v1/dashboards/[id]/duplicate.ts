import { handle } from "@/lib/server/http/handle.ts";
import { duplicate } from "@/lib/server/dashboards/operations.ts";

export const handler = {
  POST: handle(
    duplicate,
    ({ services, who, params, context }) => services.dashboards.duplicate(who, params.id!, context),
  ),
};
