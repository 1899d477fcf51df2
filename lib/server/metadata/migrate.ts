/** Brings the metadata schema up to date. Several processes may do so at once: they take turns. */
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { errorCode } from "@/lib/server/stores/postgres/errors.ts";
import * as firstTables from "./migrations/0001_first_tables.ts";
import type { Tables } from "./tables.ts";

/** In the order of their names; a migration that has shipped is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001_first_tables": firstTables,
};

const UNDEFINED_TABLE = "42P01";

/** Answers the names of the migrations that ran now. */
export async function migrate(database: Kysely<Tables>): Promise<readonly string[]> {
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
async function isUpToDate(database: Kysely<Tables>): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`
      .execute(database);
    return rows.map(({ name }) => name).join() === Object.keys(MIGRATIONS).sort().join();
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return false;
    throw error;
  }
}
