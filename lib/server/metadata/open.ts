/** Opens the metadata store: PostgreSQL at an address, or the embedded one. */
import { Kysely, sql } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import { connectPostgres, type PostgresTarget } from "@/lib/server/stores/postgres/client.ts";
import { openSessions } from "@/lib/server/stores/postgres/sessions.ts";
import { type Surroundings, tenantScope } from "@/lib/server/tenancy/scope.ts";
import { guard, guarded } from "./errors.ts";
import { type Lookups, lookupsOf } from "./lookups.ts";
import { migrate } from "./migrate.ts";
import { type Repositories, repositoriesOf } from "./repositories.ts";

const CONNECTIONS = 10;
/** The server's own limits, a little under the deadline that callers wait. */
const SESSION_SETTINGS = { statement_timeout: 9_000, idle_in_transaction_session_timeout: 9_000 };

export interface Metadata {
  /** Everything of one tenant; nothing of another can be read or written through it. */
  repositories(tenantId: string): Repositories;
  readonly lookups: Lookups;
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

interface MetadataOptions {
  readonly clock?: () => Date;
  readonly newId?: () => string;
}

/** Connects, migrates, and returns when the store can be used. */
export async function openMetadata(target: PostgresTarget, options: MetadataOptions = {}): Promise<Metadata> {
  const settings = "url" in target ? SESSION_SETTINGS : {};
  const { client, close } = openSessions(
    () => connectPostgres(target, { maxConnections: 1, settings }),
    "url" in target ? CONNECTIONS : 1,
  );
  const clock = options.clock ?? (() => new Date());
  const surroundings: Surroundings = {
    database: new Kysely({ dialect: new PostgresJSDialect({ postgres: client }) }),
    now: () => clock().toISOString(),
    newId: options.newId ?? (() => crypto.randomUUID()),
  };
  try {
    await migrate(surroundings.database);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    repositories: (tenantId) => repositoriesOf(tenantScope(surroundings, tenantId)),
    lookups: guarded(lookupsOf(surroundings)),
    ping: () => guard(async () => void await sql`SELECT 1`.execute(surroundings.database)),
    close,
  };
}
