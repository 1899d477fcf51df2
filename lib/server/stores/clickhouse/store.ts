import { sqlStore, type SqlStoreParts } from "../sql_store.ts";
import type { SqlStore } from "../types.ts";
import { CATALOG_COLUMNS, CATALOG_SQL, catalogTables } from "./catalog.ts";

const CATALOG = {
  sql: CATALOG_SQL,
  columns: CATALOG_COLUMNS,
  databases: { name: "databases", type: "Array(String)" },
  read: catalogTables,
};

/** Where the pipeline writes. */
const DATABASES = ["flowforge", "metrics", "marts"];

export function clickHouseStore(
  parts: Pick<SqlStoreParts, "query" | "stream" | "close">,
): SqlStore {
  return sqlStore({
    ...parts,
    name: "clickhouse",
    dialect: "clickhouse",
    databases: DATABASES,
    catalog: CATALOG,
  });
}
