/** Who created, changed, removed, signed in: written with the change or not at all, read by admins. */
import type { Action } from "@/lib/server/auth/permissions.ts";
import { authorize, enter, type ServiceContext } from "@/lib/server/context.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import type { ListQuery, Page } from "@/lib/server/paging.ts";
import type { AuditEntry } from "./schema.ts";

/** Its detail says what the thing was called at the time: names change, and removed things have none any more. */
export type AuditEvent = Pick<AuditEntry, "action" | "resource" | "resource_id" | "detail">;

/** What a change gives its caller, and what the log will say of it. */
interface Changed<T> {
  readonly result: T;
  readonly event: AuditEvent;
  /** What happened on the way to it. */
  readonly before?: readonly AuditEvent[];
}

/** `work` must use the repositories it is given, and no others. */
type Change = <T>(work: (repositories: Repositories) => Promise<Changed<T>>) => Promise<T>;

/** One transaction around a change and its entry: without the entry the change does not happen either. */
export function audited(
  { stores }: Pick<ServiceContext, "stores">,
  { tenantId, email: actor }: Identity,
  { requestId: request_id }: RequestContext,
): Change {
  return (work) =>
    stores.metadata.repositories(tenantId).transaction(async (repositories) => {
      const { result, event, before = [] } = await work(repositories);
      for (const each of [...before, event]) await repositories.audit.append({ ...each, actor, request_id });
      return result;
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

export function createAudit(context: ServiceContext) {
  return {
    list: async (who: Identity, query: ListQuery): Promise<Page<AuditEntry>> =>
      await enter(context, who, "audit:read").audit.list(query),
  };
}
