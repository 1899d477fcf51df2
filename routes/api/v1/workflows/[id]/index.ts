import { handle } from "@/lib/server/api/handle.ts";
import * as workflows from "@/lib/server/workflows/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(workflows.get, ({ services, who, params }) => services.workflows.get(who, params.id!)),
  PATCH: handle(
    workflows.update,
    ({ services, who, params, body, context }) => services.workflows.update(who, params.id!, body, context),
  ),
  DELETE: handle(
    workflows.remove,
    ({ services, who, params, context }) => services.workflows.remove(who, params.id!, context),
  ),
});
