/** Who created, changed, removed, signed in: written with the change or not at all, read by admins. */
import type { Action } from "@/lib/server/auth/permissions.ts";
import type { Repositories } from "@/lib/server/stores/mod.ts";
import { authorize, enter, type ServiceContext } from "@/lib/server/context.ts";
import type { Identity, RequestContext, Services } from "@/lib/server/types.ts";

export interface AuditEvent {
  readonly action: string;
  readonly resource: string;
  readonly id: string;
  /** What it was called at the time, among others: names change, and removed things have none any more. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a change answers its caller, and what the log will say of it. */
export interface Changed<T> {
  readonly answer: T;
  readonly event: AuditEvent;
}

/** `work` must use the repositories it is given, and no others. */
export type Change = <T>(work: (repositories: Repositories) => Promise<Changed<T>>) => Promise<T>;

/** One transaction around a change and its entry: without the entry the change does not happen either. */
export function audited(
  { stores }: Pick<ServiceContext, "stores">,
  { tenantId, email }: Identity,
  { requestId }: RequestContext,
): Change {
  return (work) =>
    stores.metadata.repositories(tenantId).transaction(async (repositories) => {
      const { answer, event: { action, resource, id, detail } } = await work(repositories);
      await repositories.audit.append({
        actor: email,
        action,
        resource,
        resource_id: id,
        request_id: requestId,
        detail,
      });
      return answer;
    });
}

/** As `enter`, for who changes something: checks the role at once, and leads to the repositories inside `Change`. */
export function enterToChange(
  context: ServiceContext,
  who: Identity,
  action: Action,
  request: RequestContext,
): Change {
  authorize(who, action);
  return audited(context, who, request);
}

export function createAudit(context: ServiceContext): Services["audit"] {
  return {
    list: (who, query) => enter(context, who, "audit:read").audit.list(query),
  };
}
