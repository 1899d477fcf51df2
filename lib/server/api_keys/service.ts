/** Keys for other sites: shown once, stored as a digest, scoped, revocable. */
import { generateApiKey } from "@/lib/server/auth/api_key.ts";
import { notFound } from "@/lib/server/errors.ts";
import type { ApiKeyRecord } from "@/lib/server/metadata/types.ts";
import { type AuditEvent, enterToChange } from "@/lib/server/audit/service.ts";
import { enter, type ServiceContext } from "@/lib/server/context.ts";
import * as inputs from "@/lib/server/inputs.ts";
import type { ApiKeySummary, Services } from "@/lib/server/types.ts";

export function createApiKeys(context: ServiceContext): Services["apiKeys"] {
  return {
    async list(who, query) {
      const page = await enter(context, who, "api_key:manage").apiKeys.list(query);
      return { ...page, items: page.items.map(summary) };
    },

    async create(who, given, request) {
      const change = enterToChange(context, who, "api_key:manage", request);
      const input = inputs.checked(inputs.apiKey, given);
      const { key, prefix, hash } = await generateApiKey();
      const created = await change(async ({ apiKeys }) => {
        const answer = await apiKeys.create({
          name: input.name,
          prefix,
          hash,
          widget_ids: input.widget_ids ?? [],
          dashboard_ids: input.dashboard_ids ?? [],
          allowed_origins: input.allowed_origins ?? [],
          locked_filters: input.locked_filters ?? [],
          expires_at: input.expires_at ?? null,
        });
        return { answer, event: eventOf("key_created", answer) };
      });
      return { ...summary(created), key };
    },

    async revoke(who, id, request) {
      const change = enterToChange(context, who, "api_key:manage", request);
      await change(async ({ apiKeys }) => {
        const key = await apiKeys.get(id);
        if (key === null || !await apiKeys.revoke(id)) throw notFound("API key", id);
        return { answer: undefined, event: eventOf("key_revoked", key) };
      });
    },
  };
}

function eventOf(action: string, { id, name, prefix }: ApiKeyRecord): AuditEvent {
  return { action, resource: "api_key", id, detail: { name, prefix } };
}

function summary({ tenant_id: _own, ...key }: ApiKeyRecord): ApiKeySummary {
  return key;
}
