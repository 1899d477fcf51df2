import { handle } from "@/lib/server/http/handle.ts";
import { revokeApiKey } from "@/lib/server/http/operations/administration.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  DELETE: handle(
    revokeApiKey,
    ({ services, who, params, context }) => services.apiKeys.revoke(who, params.id!, context),
  ),
});
