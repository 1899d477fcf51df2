import { handle } from "@/lib/server/api/handle.ts";
import * as workflows from "@/lib/server/workflows/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(workflows.list, ({ services, who, query }) => services.workflows.list(who, query)),
  POST: handle(
    workflows.create,
    ({ services, who, body, context }) => services.workflows.create(who, body, context),
  ),
});
