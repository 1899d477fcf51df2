/** What a tenant may read. Looked up for every query; a failed look-up grants nothing. */
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { RecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { Entitlements } from "./schema.ts";

export type EntitlementsOf = (tenantId: string) => Promise<Entitlements>;

/** Throws `store_unavailable` when the grants cannot be read: without them no query may run. */
export function createEntitlements(recent: RecentReads): EntitlementsOf {
  return async (tenantId) => {
    try {
      return await recent.entitlements(tenantId);
    } catch (cause) {
      throw new FlowForgeError(
        "store_unavailable",
        "Cannot check what you may read: try again in a moment.",
        { cause, retryAfterMs: 2_000 },
      );
    }
  };
}
