/**
 * The live store inside this process: PGlite. It has one session and no clock of its own, so statements take turns,
 * reads run as a role that can only SELECT in a read-only transaction, and a statement that overstays is ended by
 * restarting the engine.
 */
import { within } from "@/lib/server/deadline.ts";
import type { ProfileLimits } from "../definition.ts";
import type { PgliteServer } from "../pglite/server.ts";
import { connectPostgres } from "../postgres/client.ts";
import { settleLoss, transaction } from "../postgres/lost_connections.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import { Slots } from "../slots.ts";
import type { Row, SqlStore, SqlWriter, StoreQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import { decodeRows, sendStatement } from "./read.ts";
import { liveStore } from "./store.ts";
import { openWriter } from "./writer.ts";

const QUEUE_LIMIT = 200;
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
  const turn = new Slots(["the only session"], QUEUE_LIMIT, () => busyError("the live store"));
  await sql.unsafe(CREATE_READER).simple();

  /** The turn ends when the engine has finished and is in its place, not when the caller has left. */
  async function exclusively<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<{ done: Promise<T> }> {
    const session = await turn.take(signal);
    const done = work();
    done.catch(settleLoss).then(() => replaced).finally(() => turn.give(session));
    return { done };
  }

  async function query({ sql: text, params, columns, profile, signal }: StoreQuery): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    let late = false;
    const read = () =>
      transaction(sql, "read only", async (scope) => {
        await scope.unsafe(`SET LOCAL ROLE ${READER}`);
        return await sendStatement(scope, text, params);
      });
    try {
      const { done } = await exclusively(read, signal);
      stopWhenLate(done, context.limits.timeoutMs, () => late = true);
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
      replaced = replaceEngine();
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
        const { done } = await exclusively(work);
        return await done;
      }),
  };
}
