/** What has to be answered before anyone knows which tenant asks. Nothing else may cross tenants. */
import { sql } from "kysely";
import { toApiKey } from "@/lib/server/api_keys/repository.ts";
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
      const found = await database.selectFrom("sessions")
        .innerJoin("tenants", "tenants.tenant_id", "sessions.tenant_id")
        .innerJoin(
          "users",
          (join) =>
            join.onRef("users.tenant_id", "=", "sessions.tenant_id").onRef(
              "users.id",
              "=",
              "sessions.user_id",
            ),
        )
        .selectAll("users")
        .select(["tenants.name as tenant_name", "sessions.created_at as signed_in_at", "sessions.expires_at"])
        .where("token_hash", "=", tokenHash).where("expires_at", ">", now()).executeTakeFirst();
      if (!found) return null;
      const { tenant_name, signed_in_at: created_at, expires_at, ...user } = found;
      return { tenant_id: user.tenant_id, tenant_name, user, created_at, expires_at };
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
