import { enter, type ServiceContext } from "@/lib/server/context.ts";
import type { Entitlements } from "@/lib/server/entitlements/schema.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { UserSummary } from "./schema.ts";

export function createPeople(context: ServiceContext) {
  return {
    async list(who: Identity): Promise<readonly UserSummary[]> {
      const users = await enter(context, who, "user:read").users.list();
      return users.map(({ id, email, name, role }) => ({ id, email, name, role }));
    },

    /** What the tenant may read: `database.table` names and symbols. */
    async entitlements(who: Identity): Promise<Entitlements> {
      return await enter(context, who, "user:read").entitlements.get() ?? { tables: [], symbols: [] };
    },
  };
}
