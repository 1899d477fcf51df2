/** Keys for other sites: shown once, stored as a digest, scoped, revocable. */
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { generateApiKey } from "@/lib/server/auth/api_key.ts";
import { enter, type ServiceContext } from "@/lib/server/context.ts";
import { notFound } from "@/lib/server/errors.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { ListQuery, Page } from "@/lib/server/paging.ts";
import type { ApiKey, ApiKeyInput, CreatedApiKey } from "./schema.ts";

export function createApiKeys(context: ServiceContext) {
  return {
    list: async (who: Identity, query: ListQuery): Promise<Page<ApiKey>> =>
      await enter(context, who, "api_key:manage").apiKeys.list(query),

    async create(who: Identity, input: ApiKeyInput, request: RequestContext): Promise<CreatedApiKey> {
      const change = enterToChange(context, who, "api_key:manage", request);
      const { key, prefix, hash } = generateApiKey();
      const created = await change(async ({ apiKeys }) => {
        const result = await apiKeys.create({ ...input, expires_at: input.expires_at ?? null, prefix, hash });
        return { result, event: eventOf("key_created", result) };
      });
      return { ...created, key };
    },

    async revoke(who: Identity, id: string, request: RequestContext): Promise<void> {
      const change = enterToChange(context, who, "api_key:manage", request);
      await change(async ({ apiKeys }) => {
        const key = await apiKeys.get(id);
        if (key === null || !await apiKeys.revoke(id)) throw notFound("API key", id);
        return { result: undefined, event: eventOf("key_revoked", key) };
      });
    },
  };
}

function eventOf(action: string, { id, name, prefix }: ApiKey): AuditEvent {
  return { action, resource: "api_key", resource_id: id, detail: { name, prefix } };
}
