/**
 * What almost every request asks for again: whose session it carries, what the tenant may read, the widget and its
 * workflow. It is remembered for a second, and forgotten as soon as this process writes any record of the tenant that
 * it depends on. So a change, a revocation among them, shows at once here and a second later on other replicas.
 * Editing reads the store itself.
 */
import { isDeepStrictEqual } from "node:util";
import { LRUCache } from "lru-cache";
import type { ApiKey } from "@/lib/server/api_keys/schema.ts";
import type { Clock } from "@/lib/server/context.ts";
import type { Entitlements } from "@/lib/server/entitlements/schema.ts";
import { createRemembered, remember } from "@/lib/server/remembered.ts";
import type { WidgetRecord } from "@/lib/server/widgets/schema.ts";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import type { Owned, SessionOwner, Tenant } from "./lookups.ts";
import type { Metadata } from "./open.ts";
import type { Repositories } from "./repositories.ts";

const REMEMBERED_MS = 1_000;
const MOST = 5_000;
/** Methods that change nothing that is remembered. */
const HARMLESS: ReadonlySet<string> = new Set(["get", "list", "versions", "version", "touch"]);

/** The repositories whose records are remembered, or decide about what is. */
const NOTICED: Readonly<Record<keyof Omit<Repositories, "transaction">, boolean>> = {
  workflows: true,
  dashboards: true,
  widgets: true,
  apiKeys: true,
  users: true,
  sessions: true,
  entitlements: true,
  dashboardFilters: false,
  audit: false,
  templates: false,
  executions: false,
};

export interface RecentReads {
  /** The same store, whose writes are noticed. */
  readonly metadata: Metadata;
  widget(tenantId: string, id: string): Promise<WidgetRecord | null>;
  workflow(tenantId: string, id: string): Promise<Workflow | null>;
  apiKey(tenantId: string, id: string): Promise<ApiKey | null>;
  entitlements(tenantId: string): Promise<Entitlements>;
  /** As the look-ups of the same kind; a session that ends meanwhile is still returned, with its end. */
  session(tokenHash: string): Promise<SessionOwner | null>;
  apiKeyByHash(hash: string): Promise<Owned<ApiKey> | null>;
  tenant(id: string): Promise<Tenant | null>;
}

const NOTHING: Entitlements = { tables: [], symbols: [] };

interface Found<T> {
  readonly record: T | null;
  /** The last write of anybody before it was read. */
  readonly since: number;
}

export function createRecentReads(metadata: Metadata, clock: Clock): RecentReads {
  const known = createRemembered<string, Promise<unknown>>({ ttlMs: REMEMBERED_MS, most: MOST, clock });
  const last = new LRUCache<string, object>({ max: MOST });
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

  /** An unchanged record stays the same object, so that what was made from it is not made again. */
  function same<T>(name: string, record: T): T {
    if (typeof record !== "object" || record === null) return record;
    const before = last.get(name);
    if (before !== undefined && isDeepStrictEqual(before, record)) return before as T;
    last.set(name, record);
    return record;
  }

  /** Neither a failure nor an absence is kept. */
  function recent<T>(tenantId: string, kind: string, id: string, read: () => Promise<T>): Promise<T> {
    const name = JSON.stringify([tenantId, kind, id]);
    const key = `${epochOf(tenantId)} ${name}`;
    return remember(known, key, async () => same(name, await read()), (record) => record !== null) as Promise<
      T
    >;
  }

  /** The same for what tells its tenant: it counts until that tenant writes. */
  async function owned<T extends { readonly tenant_id: string }>(
    kind: string,
    id: string,
    read: (id: string) => Promise<T | null>,
  ): Promise<T | null> {
    const name = `${kind} ${id}`;
    const ask = async (): Promise<Found<T>> => {
      const since = latest;
      return { since, record: same(name, await read(id)) };
    };
    const found = known as LRUCache<string, Promise<Found<T>>>;
    const arrived = latest;
    while (true) {
      const reading = remember(found, name, ask, ({ record }) => record !== null);
      const { record, since } = await reading;
      // What was read after the caller came is as new as the caller may expect, whatever is written meanwhile.
      if (record === null || since >= arrived || epochOf(record.tenant_id) <= since) return record;
      if (found.peek(name) === reading) found.delete(name);
    }
  }

  function noticing<T extends object>(tenantId: string, repository: T): T {
    return new Proxy(repository, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (typeof member !== "function" || HARMLESS.has(String(name))) return member;
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
    const { transaction: _inOne, ...each } = repositories;
    const noticed = Object.entries(each).map(([name, repository]) => [
      name,
      NOTICED[name as keyof typeof NOTICED] ? noticing(tenantId, repository) : repository,
    ]);
    return {
      ...Object.fromEntries(noticed),
      // Its writes are seen when it ends, so that is noticed too.
      transaction: (work) =>
        noticing(tenantId, repositories).transaction((inside) => work(noticingAll(tenantId, inside))),
    } as Repositories;
  }

  const { lookups, repositories } = metadata;
  return {
    metadata: {
      ...metadata,
      repositories: (tenantId) => noticingAll(tenantId, repositories(tenantId)),
    },
    widget: (tenantId, id) => recent(tenantId, "widget", id, () => repositories(tenantId).widgets.get(id)),
    workflow: (tenantId, id) =>
      recent(tenantId, "workflow", id, () => repositories(tenantId).workflows.get(id)),
    apiKey: (tenantId, id) => recent(tenantId, "apiKey", id, () => repositories(tenantId).apiKeys.get(id)),
    entitlements: (tenantId) =>
      recent(
        tenantId,
        "entitlements",
        "",
        async () => await repositories(tenantId).entitlements.get() ?? NOTHING,
      ),
    session: (tokenHash) => owned("session", tokenHash, lookups.sessionByHash),
    apiKeyByHash: (hash) => owned("apiKeyByHash", hash, lookups.apiKeyByHash),
    tenant: (id) => owned("tenant", id, lookups.tenantById),
  };
}
