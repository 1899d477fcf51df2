/** What the stores hold: discovered at start and every minute, per store, so that one store's outage hides only its own. */
import type { CatalogTable } from "@/compiler/schema/types.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { tableStoresOf } from "@/lib/server/stores/sql_store.ts";
import type { TableStore } from "@/lib/server/stores/types.ts";
import type { Log } from "@/lib/server/log.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { repeat } from "@/lib/server/repeat.ts";

const REFRESH_MS = 60_000;
const RETRY_MS = 1_000;

export interface SchemaRegistry {
  /** All tables of all stores; waits for the first discovery only. */
  tables(): Promise<readonly CatalogTable[]>;
  refresh(): Promise<void>;
  close(): void;
}

export function createSchemaRegistry(stores: Stores, log: Log): SchemaRegistry {
  const sources = tableStoresOf(stores);
  const found = new Map<TableStore, readonly CatalogTable[]>();
  let all: readonly CatalogTable[] = [];
  let running: Promise<void> | null = null;
  let lastAttempt = -Infinity;

  async function discover(store: TableStore): Promise<void> {
    try {
      found.set(store, (await store.describe(store.databases)).map(withSymbolColumn));
    } catch (error) {
      log.warn("schema discovery failed", { store: store.name, error });
    }
  }

  function refresh(): Promise<void> {
    lastAttempt = performance.now();
    running ??= Promise.all(sources.map(discover)).then(() => {
      all = [...found.values()].flat();
      running = null;
    });
    return running;
  }

  const close = repeat(refresh, REFRESH_MS);

  return {
    async tables() {
      if (found.size < sources.length && (running !== null || performance.now() - lastAttempt > RETRY_MS)) {
        await refresh();
      }
      if (found.size === 0) {
        throw new FlowForgeError("store_unavailable", "Cannot read the list of tables: no store answers.", {
          retryAfterMs: 2_000,
        });
      }
      return all;
    },
    refresh,
    close,
  };
}

/** Entitlements restrict by symbol wherever a table has one. */
function withSymbolColumn(table: CatalogTable): CatalogTable {
  if (table.symbolColumn !== undefined) return table;
  return table.columns.some(({ name }) => name === "symbol") ? { ...table, symbolColumn: "symbol" } : table;
}
