import { handle } from "@/lib/server/api/handle.ts";
import * as apiKeys from "@/lib/server/api_keys/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(apiKeys.list, ({ services, who, query }) => services.apiKeys.list(who, query)),
  POST: handle(
    apiKeys.create,
    ({ services, who, body, context }) => services.apiKeys.create(who, body, context),
  ),
});
