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
