import { handle } from "@/lib/server/http/handle.ts";
import { createApiKey, listApiKeys } from "@/lib/server/http/operations/administration.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(listApiKeys, ({ services, who, query }) => services.apiKeys.list(who, query)),
  POST: handle(
    createApiKey,
    ({ services, who, body, context }) => services.apiKeys.create(who, body, context),
  ),
});
