import { z } from "zod";
import { notFound } from "@/lib/server/errors.ts";
import { DASHBOARDS } from "@/lib/server/dashboards/table.ts";
import type { Page, PageQuery } from "@/lib/server/paging.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { WIDGETS } from "@/lib/server/widgets/table.ts";
import { type ApiKey, apiKey } from "./schema.ts";

/** The hash is the key's SHA-256 in hexadecimal; the key itself is never stored. */
export const API_KEYS = defineTable("api_keys", apiKey, z.object({ hash: z.string() }));

type Given = "name" | "prefix" | "widget_ids" | "dashboard_ids" | "allowed_origins" | "locked_filters";

type NewApiKey =
  & Pick<ApiKey, Given | "expires_at">
  & Partial<Pick<ApiKey, "filter_columns">>
  & { readonly hash: string };

export function apiKeyRepository({ table, now, newId }: TenantScope) {
  const keys = table(API_KEYS);

  async function checkScope({ widget_ids, dashboard_ids }: NewApiKey): Promise<void> {
    requireAll("widget", widget_ids, await table(WIDGETS).all({ id: widget_ids }, []));
    requireAll("dashboard", dashboard_ids, await table(DASHBOARDS).all({ id: dashboard_ids }, []));
  }

  return {
    /** Newest first. */
    list: (query: PageQuery): Promise<Page<ApiKey>> => keys.page(query, { by: ["created_at", "id"] }),

    get: (id: string): Promise<ApiKey | null> => keys.first({ id }),

    /** Throws `not_found` when a widget or dashboard of its scope is not this tenant's. */
    async create(input: NewApiKey): Promise<ApiKey> {
      await checkScope(input);
      return await keys.insert({ ...input, id: newId(), created_at: now() });
    },

    /** False when there is no such key. Revoking twice keeps the first time. */
    async revoke(id: string): Promise<boolean> {
      const revoked = await keys.update({ id, revoked_at: null }, { revoked_at: now() });
      return revoked.length > 0 || await keys.first({ id }) !== null;
    },

    /** Notes that the key was used. */
    async touch(id: string): Promise<void> {
      await keys.update({ id }, { last_used_at: now() });
    },
  };
}

function requireAll(
  what: string,
  wanted: readonly string[],
  found: readonly { readonly id: string }[],
): void {
  const known = new Set(found.map(({ id }) => id));
  const missing = wanted.find((id) => !known.has(id));
  if (missing !== undefined) throw notFound(what, missing);
}
