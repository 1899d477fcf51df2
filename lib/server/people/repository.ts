import type { Role } from "@/lib/server/auth/roles.ts";
import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { type User, user } from "./schema.ts";

export const USERS = defineTable("users", user);

/** Without an id it gets one. */
type NewUser =
  & Pick<User, "email" | "name" | "role">
  & Partial<Pick<User, "id" | "issuer" | "subject">>;

export function userRepository({ table, now, newId }: TenantScope) {
  const users = table(USERS);
  return {
    list: (): Promise<readonly User[]> => users.all({}, ["email", "id"]),

    get: (id: string): Promise<User | null> => users.first({ id }),

    create: (user: NewUser): Promise<User> => users.insert({ id: newId(), ...user, created_at: now() }),

    async setRole(id: string, role: Role): Promise<User | null> {
      const [changed] = await users.update({ id }, { role });
      return changed ?? null;
    },
  };
}
