/** What the analytical stores share: the catalogue and the ping are statements like any other. */
import type { Row, SqlStore, StoreQuery } from "../types.ts";
import { CATALOG_COLUMNS, CATALOG_SQL, catalogTables } from "./catalog.ts";

export function clickHouseStore(
  query: (query: StoreQuery) => Promise<readonly Row[]>,
  close: () => Promise<void>,
): SqlStore {
  return {
    name: "clickhouse",
    dialect: "clickhouse",
    query,
    async describe(databases, signal) {
      const params = [{ name: "databases", type: "Array(String)", value: databases }];
      return catalogTables(
        await query({ sql: CATALOG_SQL, params, columns: CATALOG_COLUMNS, profile: "widget", signal }),
      );
    },
    async ping(signal) {
      const columns = [{ name: "one", type: "int64", nullable: false }] as const;
      await query({ sql: "SELECT 1 AS one", params: [], columns, profile: "widget", signal });
    },
    close,
  };
}
