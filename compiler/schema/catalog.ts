import type { Catalog, CatalogTable } from "./vocabulary.ts";

export type FindTable = (database: unknown, table: unknown) => CatalogTable | undefined;

/** Looks tables up by name; of two with one name the last counts. */
export function tablesOf({ tables }: Catalog): FindTable {
  const byName = new Map(tables.map((table) => [keyOf(table.database, table.table), table]));
  return (database, table) =>
    typeof database === "string" && typeof table === "string"
      ? byName.get(keyOf(database, table))
      : undefined;
}

/** The length keeps `a.b` + `c` apart from `a` + `b.c`. */
function keyOf(database: string, table: string): string {
  return `${database.length}:${database}${table}`;
}
