/** Brings the metadata schema up to date. Several processes may do so at once: they take turns. */
import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import * as firstTables from "./migrations/0001_first_tables.ts";
import type { Tables } from "./tables.ts";

/** In the order of their names; a migration that has shipped is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001_first_tables": firstTables,
};

/** Answers the names of the migrations that ran now. */
export async function migrate(database: Kysely<Tables>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
