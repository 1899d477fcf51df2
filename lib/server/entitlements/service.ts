/** What a tenant may read. Looked up for every query, remembered for a second; a failed look-up grants nothing. */
import { LRUCache } from "lru-cache";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { ServiceContext } from "@/lib/server/context.ts";

export interface TenantEntitlements {
  readonly tables: readonly string[] | "all";
  readonly symbols: readonly string[] | "all";
}

const NOTHING: TenantEntitlements = { tables: [], symbols: [] };
const REMEMBERED_MS = 1_000;

export type EntitlementsOf = (tenantId: string) => Promise<TenantEntitlements>;

/** Throws `store_unavailable` when the grants cannot be read: without them no query may run. */
export function createEntitlements(context: ServiceContext): EntitlementsOf {
  const remembered = new LRUCache<
    string,
    { readonly value: Promise<TenantEntitlements>; readonly until: number }
  >({
    max: 1_000,
  });
  return async (tenantId) => {
    const now = context.clock.now();
    const known = remembered.get(tenantId);
    if (known !== undefined && known.until > now) return await known.value;
    const value = context.stores.metadata.repositories(tenantId).entitlements.get().then((grant) =>
      grant ?? NOTHING
    );
    remembered.set(tenantId, { value, until: now + REMEMBERED_MS });
    try {
      return await value;
    } catch (cause) {
      remembered.delete(tenantId);
      throw new FlowForgeError(
        "store_unavailable",
        "Cannot check what you may read: try again in a moment.",
        {
          cause,
          retryAfterMs: 2_000,
        },
      );
    }
  };
}
