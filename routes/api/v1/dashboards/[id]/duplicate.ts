import { handle } from "@/lib/http/handle.ts";
import { duplicate } from "@/lib/http/operations/dashboards.ts";

export const handler = {
  POST: handle(
    duplicate,
    ({ services, who, params, context }) => services.dashboards.duplicate(who, params.id!, context),
  ),
};
