/** Opens the metadata store: PostgreSQL at an address, or the embedded one. */
import { Kysely, sql } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import { connectPostgres, type PostgresTarget } from "@/lib/server/stores/postgres/client.ts";
import { openSessions } from "@/lib/server/stores/postgres/sessions.ts";
import { guard, guarded } from "./errors.ts";
import { lookupsOf } from "./lookups.ts";
import { migrate } from "./migrate.ts";
import { repositoriesOf } from "./repositories.ts";
import type { Surroundings } from "./scope.ts";
import type { Tables } from "./tables.ts";
import type { Metadata } from "./types.ts";

const CONNECTIONS = 10;
/** The server's own limits, a little under the deadline that callers wait. */
const SESSION_SETTINGS = { statement_timeout: 9_000, idle_in_transaction_session_timeout: 9_000 };

export interface MetadataOptions {
  readonly clock?: () => Date;
  readonly newId?: () => string;
}

/** Connects, migrates, and answers when the store can be used. */
export async function openMetadata(target: PostgresTarget, options: MetadataOptions = {}): Promise<Metadata> {
  const settings = "url" in target ? SESSION_SETTINGS : {};
  const sessions = openSessions(
    () => connectPostgres(target, { maxConnections: 1, settings }),
    "url" in target ? CONNECTIONS : 1,
  );
  const database = new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres: sessions.client }) });
  const clock = options.clock ?? (() => new Date());
  const surroundings: Surroundings = {
    database,
    now: () => clock().toISOString(),
    newId: options.newId ?? (() => crypto.randomUUID()),
  };
  const { close } = sessions;
  try {
    await migrate(database);
  } catch (error) {
    await close();
    throw error;
  }
  return metadataOf(surroundings, close);
}

function metadataOf(surroundings: Surroundings, close: () => Promise<void>): Metadata {
  const { database, now } = surroundings;
  const lookups = guarded(lookupsOf(surroundings));
  return {
    lookups,
    repositories: (tenantId) => repositoriesOf({ ...surroundings, tenantId }),
    ensureTenant: ({ id, name }) =>
      guard(async () => {
        await database.insertInto("tenants").values({ tenant_id: id, name, created_at: now() })
          .onConflict((conflict) => conflict.doNothing()).execute();
        return await database.selectFrom("tenants").select(["tenant_id as id", "name", "created_at"])
          .where("tenant_id", "=", id).executeTakeFirstOrThrow();
      }),
    removeExpiredSessions: () =>
      guard(async () => {
        const result = await database.deleteFrom("sessions").where("expires_at", "<=", now())
          .executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
    ping: () => guard(async () => void await sql`SELECT 1`.execute(database)),
    close,
  };
}
