/** Keys for other sites: shown once, stored as a digest, scoped, revocable. */
import { generateApiKey } from "@/lib/auth/api_key.ts";
import { notFound } from "@/lib/errors.ts";
import type { ApiKeyRecord } from "@/lib/stores/metadata/types.ts";
import type { Recorder } from "./audit.ts";
import { enter, type ServiceContext } from "./context.ts";
import * as inputs from "./inputs.ts";
import type { ApiKeySummary, Services } from "./types.ts";

export function createApiKeys(context: ServiceContext, record: Recorder): Services["apiKeys"] {
  return {
    async list(who, query) {
      const page = await enter(context, who, "api_key:manage").apiKeys.list(query);
      return { ...page, items: page.items.map(summary) };
    },

    async create(who, given, request) {
      const { apiKeys } = enter(context, who, "api_key:manage");
      const input = inputs.checked(inputs.apiKey, given);
      const { key, prefix, hash } = await generateApiKey();
      const created = await apiKeys.create({
        name: input.name,
        prefix,
        hash,
        widget_ids: input.widget_ids ?? [],
        dashboard_ids: input.dashboard_ids ?? [],
        allowed_origins: input.allowed_origins ?? [],
        locked_filters: input.locked_filters ?? [],
        expires_at: input.expires_at ?? null,
      });
      const detail = { name: created.name, prefix };
      await record(who, request, { action: "key_created", resource: "api_key", id: created.id, detail });
      return { ...summary(created), key };
    },

    async revoke(who, id, request) {
      const { apiKeys } = enter(context, who, "api_key:manage");
      if (!await apiKeys.revoke(id)) throw notFound("API key", id);
      await record(who, request, { action: "key_revoked", resource: "api_key", id });
    },
  };
}

function summary({ tenant_id: _own, ...key }: ApiKeyRecord): ApiKeySummary {
  return key;
}
