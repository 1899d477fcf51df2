/** Reads the rows of other stores' tables that a statement needs, and binds them. Nothing else knows of both stores. */
import { bindRows } from "@/compiler/mod.ts";
import type { BoundParam, HandedTable, StoreName } from "@/compiler/schema/types.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { tooManyBytes } from "@/lib/server/stores/query_errors.ts";
import { rowStoresOf, sqlStoresOf } from "@/lib/server/stores/sql_store.ts";
import type { HandedRows, HandingStore, Reading } from "@/lib/server/stores/types.ts";
import { handingStatements } from "./handing_statements.ts";
import type { Routed } from "./router.ts";
import type { CompiledStatement } from "./schema.ts";

interface Bound {
  readonly params: readonly BoundParam[];
  /** How many values were none of their declared type, and are null. */
  readonly unreadable: number;
  /**
   * ISO 8601: when the newest row was true, where every row of the statement was handed over and says so. Of several
   * tables the one that is furthest behind counts.
   */
  readonly newest?: string;
}

export interface Handing {
  /** Reads the rows that the statement is handed, and returns its parameters with them. */
  bind(routed: Routed, reading: Reading): Promise<Bound>;
  /** What is run for it, in order: what reads the rows that are handed over, and the statement itself. */
  explain(routed: Routed): CompiledStatement["statements"];
}

/** Of one column. ClickHouse takes a field of a form up to 128 KiB. */
const MOST_BYTES = 120_000;

export function createHanding({ stores, metrics }: Pick<ServiceContext, "stores" | "metrics">): Handing {
  const byName: Partial<Record<StoreName, HandingStore>> = Object.fromEntries([
    ...sqlStoresOf(stores).map((store) => [store.name, handingStatements(store)]),
    ...rowStoresOf(stores).map((store) => [store.name, store]),
  ]);

  function storeOf({ store: name }: HandedTable): HandingStore {
    const store = byName[name];
    if (store !== undefined) return store;
    throw new FlowForgeError("store_unavailable", `Cannot query "${name}": no such store is connected.`);
  }

  async function read(table: HandedTable, reading: Reading): Promise<HandedRows> {
    const store = storeOf(table);
    const started = performance.now();
    const observe = (outcome: "ok" | "error" | "aborted") =>
      metrics.observeQuery(table.store, outcome, (performance.now() - started) / 1_000);
    try {
      const handed = await store.rows(table, reading);
      observe("ok");
      return handed;
    } catch (error) {
      observe(reading.signal?.aborted ? "aborted" : "error");
      throw error;
    }
  }

  async function rowsOf(table: HandedTable, reading: Reading): Promise<HandedRows> {
    const handed = await read(table, reading);
    if (largestColumn(handed) > MOST_BYTES) throw tooManyBytes(table, MOST_BYTES);
    return handed;
  }

  return {
    async bind({ store, statement }, reading) {
      const { handed = [], sources } = statement;
      const parts = await Promise.all(handed.map((table) => rowsOf(table, reading)));
      const params = handed.reduce(
        (bound, table, at) => bindRows(bound, table, parts[at]!.rows, store.dialect),
        statement.params,
      );
      const unreadable = parts.reduce((sum, rows) => sum + rows.unreadable, 0);
      const isWhole = sources.every((source) => source.store !== store.name);
      const moments = parts.flatMap(({ newest }) => newest ?? []).toSorted();
      const newest = isWhole && moments.length === parts.length ? moments[0] : undefined;
      return { params, unreadable, ...(newest === undefined ? {} : { newest }) };
    },

    explain({ store, statement }) {
      const { handed = [], sql } = statement;
      return [
        ...handed.map((table) => ({
          store: table.store,
          text: storeOf(table).explain(table),
          table: `${table.database}.${table.table}`,
          symbols: table.symbols,
          columns: table.columns.map(({ name, param }) => ({ name, param })),
        })),
        { store: store.name, text: sql },
      ];
    },
  };
}

const encoder = new TextEncoder();
/** What stands around a value in a list. */
const SEPARATORS = 3;

function largestColumn({ rows }: HandedRows): number {
  const sizes = (rows[0] ?? []).map((_first, at) =>
    rows.reduce((sum, row) => sum + encoder.encode(String(row[at])).length + SEPARATORS, 0)
  );
  return Math.max(0, ...sizes);
}
