/** What has to be answered before anyone knows which tenant asks. Nothing else may cross tenants. */
import { sql } from "kysely";
import { toApiKey } from "./repositories/api_keys.ts";
import type { Surroundings } from "./scope.ts";
import type { Lookups, TenantRecord } from "./types.ts";

export function lookupsOf({ database, now }: Surroundings): Lookups {
  return {
    async userByEmail(email) {
      const rows = await database.selectFrom("users").selectAll()
        .where(sql<boolean>`lower(email) = lower(${email})`).limit(2).execute();
      return rows.length === 1 ? rows[0]! : null;
    },

    userBySubject: async (issuer, subject) =>
      await database.selectFrom("users").selectAll()
        .where("issuer", "=", issuer).where("subject", "=", subject).executeTakeFirst() ?? null,

    async sessionByHash(tokenHash) {
      const session = await database.selectFrom("sessions").selectAll()
        .where("token_hash", "=", tokenHash).where("expires_at", ">", now()).executeTakeFirst();
      if (!session) return null;
      const { tenant_id, user_id, created_at, expires_at } = session;
      const user = await database.selectFrom("users").selectAll()
        .where("tenant_id", "=", tenant_id).where("id", "=", user_id).executeTakeFirst();
      return user ? { tenant_id, user, created_at, expires_at } : null;
    },

    async apiKeyByHash(hash) {
      const row = await database.selectFrom("api_keys").selectAll().where("hash", "=", hash)
        .executeTakeFirst();
      return row ? toApiKey(row) : null;
    },

    async tenantById(id): Promise<TenantRecord | null> {
      return await database.selectFrom("tenants").select(["tenant_id as id", "name", "created_at"])
        .where("tenant_id", "=", id).executeTakeFirst() ?? null;
    },
  };
}
