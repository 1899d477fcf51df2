/** Who asks, and in which request: what every method of the services is told first. */
import type { Role } from "@/lib/server/auth/roles.ts";

/** Who asks. The tenant comes from the session or the key, never from a body or a URL. */
export interface Identity {
  readonly tenantId: string;
  /** The tenant as people know it; never used to decide anything. */
  readonly tenantName: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

export interface RequestContext {
  readonly requestId: string;
  readonly signal?: AbortSignal;
  /** Address of the other end of the connection, for limits; never taken from a header. */
  readonly clientAddress?: string;
}
