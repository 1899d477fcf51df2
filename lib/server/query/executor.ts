/** Runs a routed statement: cache, then one shared query for all who ask the same at the same time. */
import type { AppConfig } from "@/lib/server/config.ts";
import type { QueryProfile } from "@/lib/server/stores/profiles.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { type CachedResult, createResultCache, resultKey } from "./result_cache.ts";
import type { Handing } from "./handed.ts";
import { withoutFacts } from "./reduced.ts";
import type { Routed } from "./router.ts";
import { createSingleFlight } from "./single_flight.ts";
import { writeRows } from "./written_rows.ts";

export interface Execution {
  readonly tenantId: string;
  /** Where a person asks: one may not take what belongs to all of the tenant. */
  readonly userId?: string;
  readonly profile: QueryProfile;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  /** Rows beyond these only tell that there are more; all are kept without it. */
  readonly shown?: number;
}

export interface Executed extends CachedResult {
  readonly cache_hit: boolean;
  readonly execution_ms: number;
}

type Execute = (routed: Routed, execution: Execution) => Promise<Executed>;

export function createExecutor(context: ServiceContext, { bind }: Handing): Execute {
  const { clock, metrics, stores } = context;
  const cache = createResultCache(stores.keyValue, context.log);
  const flights = createSingleFlight<{ readonly result: CachedResult; readonly hit: boolean }>();
  /** A result from the cache is one object for all who find it, so that what is made of it is made once. */
  const found = new WeakMap<CachedResult, Executed>();
  const keys = new WeakMap<Routed, { readonly asker: string; readonly key: string }>();

  function keyOf(routed: Routed, { tenantId, shown }: Execution): string {
    const asker = `${shown} ${tenantId}`;
    const before = keys.get(routed);
    if (before?.asker === asker) return before.key;
    const { store, statement: { sql, params, handed } } = routed;
    const key = resultKey({ tenantId, store: store.name, sql, params, handed, shown });
    keys.set(routed, { asker, key });
    return key;
  }

  /** Nothing ran for it. */
  function fromCache(result: CachedResult): Executed {
    const executed = found.get(result) ?? { ...result, cache_hit: true, execution_ms: 0 };
    found.set(result, executed);
    return executed;
  }

  async function queryStore(
    routed: Routed,
    { tenantId, userId, profile, shown = Number.POSITIVE_INFINITY }: Execution,
    signal: AbortSignal,
  ): Promise<CachedResult> {
    const started = performance.now();
    const asked_at = new Date(clock.now()).toISOString();
    const { store, statement } = routed;
    const { sql, columns, facts = [], kept } = statement;
    const observe = (outcome: "ok" | "error" | "aborted") =>
      metrics.observeQuery(store.name, outcome, (performance.now() - started) / 1_000);
    try {
      const asker = { tenantId, userId };
      const { params, unreadable, newest = asked_at } = await bind(routed, { profile, asker, signal });
      // A row's own time may be ahead of this clock.
      const as_of = newest < asked_at ? newest : asked_at;
      const read = await store.query({
        sql,
        params,
        columns: [...columns, ...facts],
        profile,
        asker,
        signal,
      });
      observe("ok");
      const truncated = read.length > shown;
      const cut = kept === "newest" ? read.slice(-shown) : read.slice(0, shown);
      const all = truncated ? cut : read;
      const about = { truncated, as_of, ...(unreadable > 0 ? { unreadable } : {}) };
      if (facts.length === 0) return { rows: writeRows(all), ...about };
      const own = withoutFacts(all, columns.length);
      return { ...own, rows: writeRows(own.rows), ...about };
    } catch (error) {
      observe(signal.aborted ? "aborted" : "error");
      throw error;
    }
  }

  return async (routed, execution) => {
    const { profile, fresh, signal } = execution;
    const started = performance.now();
    const { statement, cacheMs = Infinity } = routed;
    const key = keyOf(routed, execution);
    const ttlMs = Math.min(cacheTime(context.config, profile), cacheMs);
    const flight = [key, profile, fresh ? "fresh" : ""].join(" ");
    let own = false;
    const { hit, result } = await flights.run(flight, async (shared) => {
      own = true;
      metrics.setQueriesInFlight(flights.size);
      const known = fresh ? null : await cache.get(key, statement.columns.length);
      metrics.countCache(fresh ? "skipped" : known === null ? "miss" : "hit");
      if (known !== null) return { result: known, hit: true };
      const result = await queryStore(routed, execution, shared);
      await cache.set(key, statement.columns.length, result, ttlMs);
      return { result, hit: false };
    }, signal).finally(() => metrics.setQueriesInFlight(flights.size));
    if (!own) metrics.countCoalesced();
    if (hit) return fromCache(result);
    const execution_ms = Math.round((performance.now() - started) * 10) / 10;
    return { ...result, cache_hit: false, execution_ms };
  };
}

function cacheTime({ preview, page }: AppConfig, profile: QueryProfile): number {
  return (profile === "preview" ? preview : page).cacheMs;
}
