/** Who asks, and in which request: what every method of the services is told first. */
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import type { PageOf, PageQuery, UserRole } from "@/lib/server/metadata/records.ts";

export type { PageOf as Page, PageQuery as ListQuery, UserRole as Role };

/** Who asks. The tenant comes from the session or the key, never from a body or a URL. */
export interface Identity {
  readonly tenantId: string;
  /** The tenant as people know it; never used to decide anything. */
  readonly tenantName: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: UserRole;
}

/** An embedding site, as its key makes it: it can see one widget and nothing else. */
export interface EmbedIdentity {
  readonly tenantId: string;
  readonly keyId: string;
  /** The one widget this identity was made for. */
  readonly widgetId: string;
  readonly allowedOrigins: readonly string[];
  readonly lockedFilters: readonly DashboardFilter[];
}

export interface RequestContext {
  readonly requestId: string;
  readonly signal?: AbortSignal;
  /** Address of the other end of the connection, for limits; never taken from a header. */
  readonly clientAddress?: string;
}
