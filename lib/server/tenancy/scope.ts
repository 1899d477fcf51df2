/** What a repository is made from: the tables of the one tenant it may touch. */
import type { Table } from "./table.ts";
import { type Database, type TenantTable, tenantTable } from "./tenant_table.ts";

export interface Surroundings {
  readonly database: Database;
  /** ISO 8601 with milliseconds. */
  readonly now: () => string;
  readonly newId: () => string;
}

export interface TenantScope extends Pick<Surroundings, "now" | "newId"> {
  table<Shown extends object, Hidden>(table: Table<Shown, Hidden>): TenantTable<Shown, Shown & Hidden>;
  /** Runs work in a transaction of its own, or in the one that is under way. */
  transaction<T>(work: (inside: TenantScope) => Promise<T>): Promise<T>;
}

export function tenantScope({ database, now, newId }: Surroundings, tenantId: string): TenantScope {
  const scope: TenantScope = {
    now,
    newId,
    table: (table) => tenantTable(database, tenantId, table),
    transaction: (work) =>
      database.isTransaction
        ? work(scope)
        : database.transaction().execute((inside) =>
          work(tenantScope({ database: inside, now, newId }, tenantId))
        ),
  };
  return scope;
}
