import { handle } from "@/lib/http/handle.ts";
import { revokeApiKey } from "@/lib/http/operations/administration.ts";

export const handler = {
  DELETE: handle(
    revokeApiKey,
    ({ services, who, params, context }) => services.apiKeys.revoke(who, params.id!, context),
  ),
};
