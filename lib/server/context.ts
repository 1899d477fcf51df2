/** What every service is made of. Clock and log are passed in; nothing here opens a connection. */
import { type Action, can } from "@/lib/server/auth/permissions.ts";
import type { AppConfig } from "@/lib/server/config.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { Log } from "@/lib/server/log.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { Metrics } from "@/lib/server/metrics.ts";
import type { Stores } from "@/lib/server/store_registry.ts";

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface ServiceContext {
  readonly config: AppConfig;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * The one door to a tenant's records: checks the role, then returns the repositories of the caller's own tenant.
 * Throws `forbidden` when the role does not reach.
 */
export function enter(context: ServiceContext, who: Identity, action: Action): Repositories {
  authorize(who, action);
  return context.stores.metadata.repositories(who.tenantId);
}

export function authorize(who: Identity, action: Action): void {
  if (can(who.role, action)) return;
  throw new FlowForgeError(
    "forbidden",
    `Cannot do this: the role "${who.role}" may not ${action.replace(":", " ")}.`,
  );
}
