/** Users, their sessions and what their tenant may see. */
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type {
  EntitlementRepository,
  EntitlementsRecord,
  SessionRepository,
  UserRepository,
} from "@/lib/server/metadata/types.ts";

export function userRepository({ database, tenantId, now, newId }: TenantScope): UserRepository {
  const all = () => database.selectFrom("users").selectAll().where("tenant_id", "=", tenantId);
  return {
    list: async () => await all().orderBy("email").orderBy("id").execute(),
    get: async (id) => await all().where("id", "=", id).executeTakeFirst() ?? null,
    create: async ({ id, email, name, role, issuer, subject }) =>
      await database.insertInto("users").values({
        tenant_id: tenantId,
        id: id ?? newId(),
        email,
        name,
        role,
        issuer: issuer ?? null,
        subject: subject ?? null,
        created_at: now(),
      }).returningAll().executeTakeFirstOrThrow(),
    setRole: async (id, role) =>
      await database.updateTable("users").set({ role }).where("tenant_id", "=", tenantId).where("id", "=", id)
        .returningAll().executeTakeFirst() ?? null,
  };
}

export function sessionRepository({ database, tenantId, now }: TenantScope): SessionRepository {
  const all = () => database.deleteFrom("sessions").where("tenant_id", "=", tenantId);
  return {
    async create(session) {
      await database.insertInto("sessions").values({ tenant_id: tenantId, created_at: now(), ...session })
        .execute();
    },
    remove: async (tokenHash) =>
      (await all().where("token_hash", "=", tokenHash).executeTakeFirst()).numDeletedRows > 0n,
    removeOfUser: async (userId) =>
      Number((await all().where("user_id", "=", userId).executeTakeFirst()).numDeletedRows),
  };
}

export function entitlementRepository({ database, tenantId }: TenantScope): EntitlementRepository {
  return {
    async get() {
      const row = await database.selectFrom("entitlements").select(["tables", "symbols"])
        .where("tenant_id", "=", tenantId).executeTakeFirst();
      return row
        ? {
          tables: JSON.parse(row.tables) as EntitlementsRecord["tables"],
          symbols: JSON.parse(row.symbols) as EntitlementsRecord["symbols"],
        }
        : null;
    },
    async set({ tables, symbols }) {
      const row = { tables: JSON.stringify(tables), symbols: JSON.stringify(symbols) };
      await database.insertInto("entitlements").values({ tenant_id: tenantId, ...row })
        .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(row)).execute();
    },
  };
}
