/**
 * The live store inside this process: PGlite. It has one session and no clock of its own, so statements take turns,
 * reads run as a role that can only SELECT in a read-only transaction, and a statement that overstays, or whose asker has
 * left, is ended by restarting the engine.
 */
import { within } from "@/lib/server/deadline.ts";
import { Admission } from "../admission.ts";
import type { Asker, ProfileLimits, QueryProfile } from "../profiles.ts";
import type { PgliteServer } from "../pglite/server.ts";
import { connectPostgres } from "../postgres/client.ts";
import { settleLoss, transaction } from "../postgres/lost_connections.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import type { Row, SqlStore, SqlWriter, StoreQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import { decodeRows, sendStatement } from "./read.ts";
import { liveStore } from "./store.ts";
import { openWriter } from "./writer.ts";

/** A statement whose asker has left may end by itself in this time; then the engine is replaced. */
const LEFT_MS = 300;
/** The app itself and the pipeline wait in line as well, where there is one session for all. */
const OWN: Asker = { tenantId: "" };
const READER = "flowforge_reader";

const CREATE_READER = `
  DO $$ BEGIN CREATE ROLE ${READER} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
  GRANT USAGE ON SCHEMA public TO ${READER};
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${READER};
  ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${READER};
  ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ${READER};
  REVOKE CREATE, TEMPORARY ON DATABASE postgres FROM PUBLIC;`;

interface EmbeddedLive {
  readonly store: SqlStore;
  readonly writer: () => SqlWriter;
}

export async function openEmbeddedLive(
  server: PgliteServer,
  limits: ProfileLimits,
): Promise<EmbeddedLive> {
  const connect = () => connectPostgres(server, { maxConnections: 1 });
  let sql = connect();
  let replaced = Promise.resolve();
  let replacing: Promise<void> | null = null;
  const turn = new Admission({
    places: 1,
    perTenant: 1,
    perUser: 1,
    onFull: () => busyError("the live store"),
  });
  await sql.unsafe(CREATE_READER).simple();

  /** The turn ends when the engine has finished and is in its place, not when the caller has left. */
  async function exclusively<T>(
    work: () => Promise<T>,
    asker: Asker,
    profile: QueryProfile,
    signal?: AbortSignal,
  ): Promise<{ done: Promise<T> }> {
    const place = await turn.take(asker, profile, signal);
    const done = work();
    done.catch(settleLoss).then(() => replaced).finally(() => place.give());
    return { done };
  }

  async function query(
    { sql: text, params, columns, profile, asker = OWN, signal }: StoreQuery,
  ): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    let late = false;
    const read = () =>
      transaction(sql, "read only", async (scope) => {
        await scope.unsafe(`SET LOCAL ROLE ${READER}`);
        return await sendStatement(scope, text, params);
      });
    try {
      const { done } = await exclusively(read, asker, profile, signal);
      stopWhenLate(done, context.limits.timeoutMs, () => late = true);
      signal?.addEventListener("abort", () => stopWhenLate(done, LEFT_MS, () => {}), { once: true });
      const onExpire = () => {
        throw timeoutError(context);
      };
      return decodeRows(
        await within(done, { timeoutMs: context.limits.timeoutMs, signal, onExpire }),
        columns,
      );
    } catch (error) {
      if (signal?.aborted) throw error;
      throw late ? timeoutError(context, error) : toStoreError(error, context);
    }
  }

  /** Also for a caller that has left: nobody else gets a turn before the engine is free. */
  function stopWhenLate(done: Promise<unknown>, timeoutMs: number, onLate: () => void): void {
    const onExpire = () => {
      onLate();
      replacing ??= replaceEngine().finally(() => replacing = null);
      replaced = replacing;
    };
    within(done, { timeoutMs, onExpire }).catch(() => {});
  }

  async function replaceEngine(): Promise<void> {
    const late = sql;
    // When it cannot open again, the next statement says so.
    await server.restart().catch(() => {});
    sql = connect();
    await late.end({ timeout: 0 });
  }

  return {
    store: liveStore("postgres", { query, close: () => sql.end({ timeout: 1 }) }),
    writer: () =>
      openWriter(() => sql, async (work) => {
        const { done } = await exclusively(work, OWN, "preview");
        return await done;
      }),
  };
}
