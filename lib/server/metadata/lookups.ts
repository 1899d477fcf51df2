/** What has to be asked before anyone knows which tenant asks, or for all of them. Nothing else may cross tenants. */
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { API_KEYS } from "@/lib/server/api_keys/repository.ts";
import type { ApiKey } from "@/lib/server/api_keys/schema.ts";
import { type Infer, time } from "@/lib/server/fields.ts";
import { USERS } from "@/lib/server/people/repository.ts";
import type { User } from "@/lib/server/people/schema.ts";
import { SESSIONS } from "@/lib/server/sessions/repository.ts";
import type { Surroundings } from "@/lib/server/tenancy/scope.ts";
import { decode, defineTable, type Row } from "@/lib/server/tenancy/table.ts";

const tenant = z.object({ tenant_id: z.string(), name: z.string(), created_at: time });
const TENANTS = defineTable("tenants", tenant);

export type Tenant = Infer<typeof tenant>;

/** A record and whose it is. */
export type Owned<T> = T & { readonly tenant_id: string };

export interface SessionOwner {
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly user: User;
  readonly expires_at: string;
}

interface Tables {
  readonly tenants: Row<typeof TENANTS>;
  readonly users: Row<typeof USERS>;
  readonly sessions: Row<typeof SESSIONS>;
  readonly api_keys: Row<typeof API_KEYS>;
}

const owned = <Column extends string>(shown: readonly Column[]) => ["tenant_id", ...shown] as const;

export function lookupsOf({ database, now }: Surroundings) {
  const tables = database as unknown as Kysely<Tables>;
  const tenantById = async (id: string): Promise<Tenant | null> =>
    await tables.selectFrom("tenants").selectAll().where("tenant_id", "=", id).executeTakeFirst() ?? null;

  return {
    tenantById,

    /** Null also when several tenants know the address: an address alone then names nobody. */
    async userByEmail(email: string): Promise<Owned<User> | null> {
      const rows = await tables.selectFrom("users").select(owned(USERS.shown))
        .where(sql<boolean>`lower(email) = lower(${email})`).limit(2).execute();
      return rows.length === 1 ? decode<Owned<User>>(USERS, rows[0]!) : null;
    },

    async userBySubject(issuer: string, subject: string): Promise<Owned<User> | null> {
      const row = await tables.selectFrom("users").select(owned(USERS.shown))
        .where("issuer", "=", issuer).where("subject", "=", subject).executeTakeFirst();
      return row ? decode<Owned<User>>(USERS, row) : null;
    },

    /** `token_hash` is the SHA-256 of the cookie's secret in hexadecimal. Expired sessions are not found. */
    async sessionByHash(token_hash: string): Promise<SessionOwner | null> {
      const found = await tables.selectFrom("sessions")
        .innerJoin("tenants", "tenants.tenant_id", "sessions.tenant_id")
        .innerJoin("users", (join) =>
          join.onRef("users.tenant_id", "=", "sessions.tenant_id")
            .onRef("users.id", "=", "sessions.user_id"))
        .select(USERS.shown.map((column) => `users.${column}` as const))
        .select(["sessions.tenant_id", "tenants.name as tenant_name", "sessions.expires_at"])
        .where("token_hash", "=", token_hash).where("expires_at", ">", now()).executeTakeFirst();
      if (!found) return null;
      const { tenant_id, tenant_name, expires_at, ...row } = found;
      return { tenant_id, tenant_name, user: decode<User>(USERS, row), expires_at };
    },

    /** Revoked and expired keys are found: the caller decides what to tell. */
    async apiKeyByHash(hash: string): Promise<Owned<ApiKey> | null> {
      const row = await tables.selectFrom("api_keys").select(owned(API_KEYS.shown))
        .where("hash", "=", hash).executeTakeFirst();
      return row ? decode<Owned<ApiKey>>(API_KEYS, row) : null;
    },

    /** Creates the tenant unless it exists. */
    async ensureTenant(tenant: Pick<Tenant, "tenant_id" | "name">): Promise<Tenant> {
      await tables.insertInto("tenants").values({ ...tenant, created_at: now() })
        .onConflict((conflict) => conflict.doNothing()).execute();
      return (await tenantById(tenant.tenant_id))!;
    },

    /** Drops the sessions of all tenants that end at `moment` or before; returns how many. */
    async removeExpiredSessions(moment: string): Promise<number> {
      const { numDeletedRows } = await tables.deleteFrom("sessions").where("expires_at", "<=", moment)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

export type Lookups = Readonly<ReturnType<typeof lookupsOf>>;
