import { type Selectable, sql } from "kysely";
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import { notFound } from "@/lib/server/errors.ts";
import { isBehind, planPage, toPage } from "@/lib/server/metadata/paging.ts";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type { ApiKeyRecord, ApiKeyRepository } from "@/lib/server/metadata/types.ts";

export function apiKeyRepository({ database, tenantId, now, newId }: TenantScope): ApiKeyRepository {
  const all = () => database.selectFrom("api_keys").selectAll().where("tenant_id", "=", tenantId);

  async function checkScope(
    table: "widgets" | "dashboards",
    what: string,
    ids: readonly string[],
  ): Promise<void> {
    if (ids.length === 0) return;
    const rows = await database.selectFrom(table).select("id")
      .where("tenant_id", "=", tenantId).where("id", "in", ids).execute();
    const known = new Set(rows.map((row) => row.id));
    const missing = ids.find((id) => !known.has(id));
    if (missing !== undefined) throw notFound(what, missing);
  }

  return {
    async list(query) {
      const plan = planPage(query);
      let rows = all();
      if (plan.after) rows = rows.where(isBehind("created_at", "id", plan.after));
      const found = await rows.orderBy("created_at", "desc").orderBy("id", "desc").limit(plan.limit + 1)
        .execute();
      return toPage(found, plan, (row) => ({ at: row.created_at, id: row.id }), toApiKey);
    },

    async get(id) {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row ? toApiKey(row) : null;
    },

    async create(input) {
      await checkScope("widgets", "widget", input.widget_ids);
      await checkScope("dashboards", "dashboard", input.dashboard_ids);
      const row = await database.insertInto("api_keys").values({
        tenant_id: tenantId,
        id: newId(),
        name: input.name,
        prefix: input.prefix,
        hash: input.hash,
        widget_ids: JSON.stringify(input.widget_ids),
        dashboard_ids: JSON.stringify(input.dashboard_ids),
        allowed_origins: JSON.stringify(input.allowed_origins),
        locked_filters: JSON.stringify(input.locked_filters),
        expires_at: input.expires_at,
        created_at: now(),
      }).returningAll().executeTakeFirstOrThrow();
      return toApiKey(row);
    },

    async revoke(id) {
      const result = await database.updateTable("api_keys")
        .set({ revoked_at: sql`coalesce(revoked_at, ${now()}::timestamptz)` })
        .where("tenant_id", "=", tenantId).where("id", "=", id).executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async touch(id) {
      await database.updateTable("api_keys").set({ last_used_at: now() })
        .where("tenant_id", "=", tenantId).where("id", "=", id).execute();
    },
  };
}

export function toApiKey({ hash: _hash, ...row }: Selectable<Tables["api_keys"]>): ApiKeyRecord {
  return {
    ...row,
    widget_ids: JSON.parse(row.widget_ids) as string[],
    dashboard_ids: JSON.parse(row.dashboard_ids) as string[],
    allowed_origins: JSON.parse(row.allowed_origins) as string[],
    locked_filters: JSON.parse(row.locked_filters) as DashboardFilter[],
  };
}
