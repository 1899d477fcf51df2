/** Brings the metadata schema up to date. Several processes may do so at once: they take turns. */
import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { errorCode } from "@/lib/server/stores/postgres/errors.ts";
import type { Database } from "@/lib/server/tenancy/tenant_table.ts";
import * as firstTables from "./migrations/0001_first_tables.ts";
import * as namesAsInRecords from "./migrations/0002_names_as_in_records.ts";
import * as filterColumnsOfKeys from "./migrations/0003_filter_columns_of_keys.ts";
import * as placesApart from "./migrations/0004_places_apart.ts";

/** In the order of their names; a migration that has shipped is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001_first_tables": firstTables,
  "0002_names_as_in_records": namesAsInRecords,
  "0003_filter_columns_of_keys": filterColumnsOfKeys,
  "0004_places_apart": placesApart,
};

const UNDEFINED_TABLE = "42P01";

/** Returns the names of the migrations that ran now. */
export async function migrate(database: Database): Promise<readonly string[]> {
  if (await isUpToDate(database)) return [];
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** One question instead of the migrator's dozen: almost every start finds everything done. */
async function isUpToDate(database: Database): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`
      .execute(database);
    return rows.map(({ name }) => name).join() === Object.keys(MIGRATIONS).sort().join();
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return false;
    throw error;
  }
}
