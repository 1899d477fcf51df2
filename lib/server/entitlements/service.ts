/** What a tenant may read. Looked up for every query, remembered for a second; a failed look-up grants nothing. */
import type { ServiceContext } from "@/lib/server/context.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { createRemembered, remember } from "@/lib/server/remembered.ts";
import type { Entitlements } from "./schema.ts";

const NOTHING: Entitlements = { tables: [], symbols: [] };
const REMEMBERED_MS = 1_000;

export type EntitlementsOf = (tenantId: string) => Promise<Entitlements>;

/** Throws `store_unavailable` when the grants cannot be read: without them no query may run. */
export function createEntitlements({ clock, stores: { metadata } }: ServiceContext): EntitlementsOf {
  const known = createRemembered<string, Promise<Entitlements | null>>({
    ttlMs: REMEMBERED_MS,
    most: 1_000,
    clock,
  });
  return async (tenantId) => {
    try {
      return await remember(known, tenantId, () => metadata.repositories(tenantId).entitlements.get()) ??
        NOTHING;
    } catch (cause) {
      throw new FlowForgeError(
        "store_unavailable",
        "Cannot check what you may read: try again in a moment.",
        { cause, retryAfterMs: 2_000 },
      );
    }
  };
}
