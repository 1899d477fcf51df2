/** What SQL stores share: the catalogue and the ping are statements like any other. */
import type { CatalogTable, Column } from "@/compiler/schema/types.ts";
import type { Row, SqlStore, StoreQuery } from "./types.ts";

export interface SqlStoreParts
  extends Pick<SqlStore, "name" | "dialect" | "databases" | "cacheMs" | "close"> {
  readonly query: (query: StoreQuery) => Promise<readonly Row[]>;
  readonly catalog: {
    readonly sql: string;
    readonly columns: readonly Column[];
    /** The one parameter: which databases to list. */
    readonly databases: { readonly name: string; readonly type: string };
    readonly read: (rows: readonly Row[]) => readonly CatalogTable[];
  };
}

const ONE = [{ name: "one", type: "int64", nullable: false }] as const;

export function sqlStore({ query, catalog, ...own }: SqlStoreParts): SqlStore {
  return {
    ...own,
    query,
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

/** Those of the opened stores that statements run on. */
export function sqlStoresOf(stores: object): readonly SqlStore[] {
  return Object.values(stores).filter(isSqlStore);
}

function isSqlStore(store: unknown): store is SqlStore {
  return typeof store === "object" && store !== null && "dialect" in store;
}
