import type { Infer } from "@/lib/server/fields.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { session } from "./schema.ts";

export const SESSIONS = defineTable("sessions", session);

export function sessionRepository({ table, now }: TenantScope) {
  const sessions = table(SESSIONS);
  return {
    async create(session: Omit<Session, "created_at">): Promise<void> {
      await sessions.insert({ ...session, created_at: now() });
    },

    /** False when there was no such session. */
    remove: async (token_hash: string): Promise<boolean> => await sessions.remove({ token_hash }) > 0,

    /** Returns how many sessions the user had. */
    removeOfUser: (user_id: string): Promise<number> => sessions.remove({ user_id }),
  };
}

type Session = Infer<typeof session>;
