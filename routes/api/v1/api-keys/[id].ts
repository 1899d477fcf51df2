import { handle } from "@/lib/server/api/handle.ts";
import { revoke } from "@/lib/server/api_keys/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  DELETE: handle(
    revoke,
    ({ services, who, params, context }) => services.apiKeys.revoke(who, params.id!, context),
  ),
});
