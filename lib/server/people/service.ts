import { enter, type ServiceContext } from "@/lib/server/context.ts";
import type { Services } from "@/lib/server/types.ts";

export function createUsers(context: ServiceContext): Services["users"] {
  return {
    async list(who) {
      const users = await enter(context, who, "user:read").users.list();
      return users.map(({ id, email, name, role }) => ({ id, email, name, role }));
    },
    async entitlements(who) {
      return await enter(context, who, "user:read").entitlements.get() ?? { tables: [], symbols: [] };
    },
  };
}
