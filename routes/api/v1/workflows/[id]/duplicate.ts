import { handle } from "@/lib/server/http/handle.ts";
import { duplicate } from "@/lib/server/workflows/operations.ts";

export const handler = {
  POST: handle(
    duplicate,
    ({ services, who, params, context }) => services.workflows.duplicate(who, params.id!, context),
  ),
};
