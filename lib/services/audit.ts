/** Who created, changed, removed, signed in: written beside the change, read by admins. */
import { enter, type ServiceContext } from "./context.ts";
import type { Identity, RequestContext, Services } from "./types.ts";

export interface AuditEvent {
  readonly action: string;
  readonly resource: string;
  readonly id: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type Recorder = (who: Identity, request: RequestContext, event: AuditEvent) => Promise<void>;

/** The change has happened by then, so a failing entry is an alarm in the log and not the caller's error. */
export function createRecorder(context: ServiceContext): Recorder {
  return async (who, request, event) => {
    try {
      await context.stores.metadata.repositories(who.tenantId).audit.append({
        actor: who.email,
        action: event.action,
        resource: event.resource,
        resource_id: event.id,
        request_id: request.requestId,
        detail: event.detail ?? {},
      });
    } catch (error) {
      context.log.error("audit entry lost", { request_id: request.requestId, action: event.action, error });
    }
  };
}

export function createAudit(context: ServiceContext): Services["audit"] {
  return {
    list: (who, query) => enter(context, who, "audit:read").audit.list(query),
  };
}
