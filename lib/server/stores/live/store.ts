import type { DialectName } from "@/compiler/schema/types.ts";
import { sqlStore, type SqlStoreParts } from "../sql_store.ts";
import type { SqlStore } from "../types.ts";
import { CATALOG_COLUMNS, CATALOG_SQL, catalogTables } from "./catalog.ts";

const CATALOG = {
  sql: CATALOG_SQL,
  columns: CATALOG_COLUMNS,
  databases: { name: "1", type: "text[]" },
  read: catalogTables,
};

/** Live tables change by the second; anything older would show as stale. */
const CACHE_MS = 500;

export function liveStore(
  dialect: DialectName,
  parts: Pick<SqlStoreParts, "query" | "stream" | "close">,
): SqlStore {
  return sqlStore({
    ...parts,
    name: "materialize",
    dialect,
    databases: ["public"],
    cacheMs: CACHE_MS,
    catalog: CATALOG,
  });
}
