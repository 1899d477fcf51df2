import { handle } from "@/lib/http/handle.ts";
import { duplicate } from "@/lib/http/operations/workflows.ts";

export const handler = {
  POST: handle(
    duplicate,
    ({ services, who, params, context }) => services.workflows.duplicate(who, params.id!, context),
  ),
};
