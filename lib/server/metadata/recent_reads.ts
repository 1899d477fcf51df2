/**
 * What every viewer of a widget asks anew: the widget and its workflow. Remembered for a second, and
 * forgotten the moment this process writes any record of the tenant, so an editor sees an edit at once and another
 * replica a second later. Only what draws pictures reads through here; whoever edits reads the store.
 */
import { LRUCache } from "lru-cache";
import type { WidgetRecord, WorkflowRecord } from "@/lib/server/metadata/types.ts";
import type { Metadata, Repositories } from "@/lib/server/stores/mod.ts";
import type { Clock } from "@/lib/server/context.ts";

const REMEMBERED_MS = 1_000;
const MOST = 5_000;
const READS: ReadonlySet<string> = new Set(["get", "list", "versions", "version"]);

export interface RecentReads {
  /** The same store, whose writes are noticed. */
  readonly metadata: Metadata;
  widget(tenantId: string, id: string): Promise<WidgetRecord | null>;
  workflow(tenantId: string, id: string): Promise<WorkflowRecord | null>;
}

interface Kept {
  readonly value: Promise<unknown>;
  readonly until: number;
  readonly epoch: number;
}

export function createRecentReads(metadata: Metadata, clock: Clock): RecentReads {
  const kept = new LRUCache<string, Kept>({ max: MOST });
  /** Rises with every write of a tenant; what was read under an older one no longer counts. */
  const epochs = new Map<string, number>();
  const epochOf = (tenantId: string) => epochs.get(tenantId) ?? 0;
  const forget = (tenantId: string) => void epochs.set(tenantId, epochOf(tenantId) + 1);

  function remember<T>(tenantId: string, kind: string, id: string, read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([tenantId, kind, id]);
    const known = kept.get(key);
    if (known && known.until > clock.now() && known.epoch === epochOf(tenantId)) {
      return known.value as Promise<T>;
    }
    const value = read();
    kept.set(key, { value, until: clock.now() + REMEMBERED_MS, epoch: epochOf(tenantId) });
    // Neither a failure nor an absence is worth remembering.
    const drop = () => void (kept.peek(key)?.value === value && kept.delete(key));
    value.then((record) => record === null && drop(), drop);
    return value;
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
      remember(tenantId, "widget", id, () => metadata.repositories(tenantId).widgets.get(id)),
    workflow: (tenantId, id) =>
      remember(tenantId, "workflow", id, () => metadata.repositories(tenantId).workflows.get(id)),
  };
}
