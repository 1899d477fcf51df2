import type { TenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";
import { type Entitlements, entitlements } from "./schema.ts";

const ENTITLEMENTS = defineTable("entitlements", entitlements);

export function entitlementRepository({ table }: TenantScope) {
  const granted = table(ENTITLEMENTS);
  return {
    /** Null when nothing was ever granted: no tables, no rows. */
    get: (): Promise<Entitlements | null> => granted.first({}),

    set: (entitlements: Entitlements): Promise<void> => granted.put(entitlements),
  };
}
