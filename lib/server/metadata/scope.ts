/** What a repository is made from: the database and the one tenant it may touch. */
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export interface Surroundings {
  readonly database: Kysely<Tables>;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
  readonly newId: () => string;
}

export interface TenantScope extends Surroundings {
  readonly tenantId: string;
}

/** Runs work in a transaction of its own, or in the one that is under way. */
export function inTransaction<T>(
  database: Kysely<Tables>,
  work: (transaction: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return database.isTransaction ? work(database) : database.transaction().execute(work);
}
