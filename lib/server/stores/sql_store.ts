/** What SQL stores share: the catalogue and the ping are statements like any other. */
import type { CatalogTable, Column } from "@/compiler/schema/types.ts";
import type { Row, RowStore, SqlStore, TableStore } from "./types.ts";

export interface SqlStoreParts
  extends Pick<SqlStore, "name" | "dialect" | "databases" | "cacheMs" | "close"> {
  readonly query: SqlStore["query"];
  /** An engine that can only give a result whole has none of its own. */
  readonly stream?: SqlStore["stream"];
  readonly catalog: {
    readonly sql: string;
    readonly columns: readonly Column[];
    /** The one parameter: which databases to list. */
    readonly databases: { readonly name: string; readonly type: string };
    readonly read: (rows: readonly Row[]) => readonly CatalogTable[];
  };
}

const ONE = [{ name: "one", type: "int64", nullable: false }] as const;

export function sqlStore(
  { query, stream = inParts(query), catalog, ...own }: SqlStoreParts,
): SqlStore {
  return {
    ...own,
    query,
    stream,
    async describe(databases, signal) {
      const { sql, columns } = catalog;
      const params = [{ ...catalog.databases, value: databases }];
      return catalog.read(await query({ sql, params, columns, profile: "widget", signal }));
    },
    async ping(signal) {
      await query({ sql: "SELECT 1 AS one", params: [], columns: ONE, profile: "widget", signal });
    },
  };
}

const PART_ROWS = 1_000;

function inParts(query: SqlStore["query"]): SqlStore["stream"] {
  return async function* (asked) {
    const rows = await query(asked);
    for (let at = 0; at < rows.length; at += PART_ROWS) yield rows.slice(at, at + PART_ROWS);
  };
}

/** Those of the opened stores that statements run on. */
export function sqlStoresOf(stores: object): readonly SqlStore[] {
  return Object.values(stores).filter(isSqlStore);
}

/** Those that have tables for the catalogue. */
export function tableStoresOf(stores: object): readonly TableStore[] {
  return Object.values(stores).filter(isTableStore);
}

/** Those whose rows are handed to another. */
export function rowStoresOf(stores: object): readonly RowStore[] {
  return Object.values(stores).filter((store): store is RowStore => isTableStore(store) && "rows" in store);
}

/** Whether an opened store has tables for the catalogue. */
export function isTableStore(store: unknown): store is TableStore {
  return typeof store === "object" && store !== null && "describe" in store;
}

/** Whether statements run on an opened store. */
export function isSqlStore(store: unknown): store is SqlStore {
  return typeof store === "object" && store !== null && "dialect" in store;
}
