/**
 * Every viewer of a widget asks for the same two records: the widget and its workflow. They are remembered for a
 * second, and forgotten as soon as this process writes any record of the tenant. So an edit shows at once, and a second
 * later on other replicas. Only reading a widget's rows goes through here; editing reads the store itself.
 */
import type { Clock } from "@/lib/server/context.ts";
import { createRemembered, remember } from "@/lib/server/remembered.ts";
import type { WidgetRecord } from "@/lib/server/widgets/schema.ts";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import type { Metadata } from "./open.ts";
import type { Repositories } from "./repositories.ts";

const REMEMBERED_MS = 1_000;
const MOST = 5_000;
const READS: ReadonlySet<string> = new Set(["get", "list", "versions", "version"]);

export interface RecentReads {
  /** The same store, whose writes are noticed. */
  readonly metadata: Metadata;
  widget(tenantId: string, id: string): Promise<WidgetRecord | null>;
  workflow(tenantId: string, id: string): Promise<Workflow | null>;
}

export function createRecentReads(metadata: Metadata, clock: Clock): RecentReads {
  const known = createRemembered<string, Promise<unknown>>({ ttlMs: REMEMBERED_MS, most: MOST, clock });
  /** The number of a tenant's last write; what was read under an older one no longer counts. */
  const epochs = new Map<string, number>();
  let latest = 0;
  /** The epoch of every tenant that has none of its own. */
  let common = 0;
  const epochOf = (tenantId: string) => epochs.get(tenantId) ?? common;

  function forget(tenantId: string): void {
    if (epochs.size >= MOST) {
      epochs.clear();
      // Above every epoch there was, so that no tenant falls back to what it read before a write.
      common = ++latest;
    }
    epochs.set(tenantId, ++latest);
  }

  /** Neither a failure nor an absence is kept. */
  function recent<T>(tenantId: string, kind: string, id: string, read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([epochOf(tenantId), tenantId, kind, id]);
    return remember(known, key, read, (record) => record !== null) as Promise<T>;
  }

  function noticing<T extends object>(tenantId: string, repository: T): T {
    return new Proxy(repository, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (typeof member !== "function" || READS.has(String(name))) return member;
        return async (...input: unknown[]) => {
          // Before, so that nothing read while the write is under way is kept past it; after, for what it changed.
          forget(tenantId);
          try {
            return await Reflect.apply(member, target, input);
          } finally {
            forget(tenantId);
          }
        };
      },
    });
  }

  function noticingAll(tenantId: string, repositories: Repositories): Repositories {
    const { workflows, widgets, dashboards } = repositories;
    return {
      ...repositories,
      workflows: noticing(tenantId, workflows),
      widgets: noticing(tenantId, widgets),
      dashboards: noticing(tenantId, dashboards),
      // Its writes are seen when it ends, so that is noticed too.
      transaction: (work) =>
        noticing(tenantId, repositories).transaction((inside) => work(noticingAll(tenantId, inside))),
    };
  }

  return {
    metadata: {
      ...metadata,
      repositories: (tenantId) => noticingAll(tenantId, metadata.repositories(tenantId)),
    },
    widget: (tenantId, id) =>
      recent(tenantId, "widget", id, () => metadata.repositories(tenantId).widgets.get(id)),
    workflow: (tenantId, id) =>
      recent(tenantId, "workflow", id, () => metadata.repositories(tenantId).workflows.get(id)),
  };
}
