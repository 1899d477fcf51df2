/** The analytical store over HTTP: a server, or the embedded engine in its process. */
import type { QueryLimits } from "@/lib/server/config.ts";
import { within } from "@/lib/server/deadline.ts";
import { Admission, downloads, type Place } from "../admission.ts";
import type { ProfileLimits } from "../profiles.ts";
import { openLease } from "../lease.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import type { Row, SqlStore, StoreQuery, StreamQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import {
  type ClickHouseAddress,
  type ClickHouseClient,
  ClickHouseError,
  openHttpClient,
} from "./http_client.ts";
import { withoutLateError } from "./late_errors.ts";
import { createRowDecoder, decodeRows } from "./row_binary.ts";
import { openStatement, sendStatement } from "./statement.ts";
import { clickHouseStore } from "./store.ts";

type Settings = Readonly<Record<string, string | number>>;

/** At a time; a tenant's are fewer, so that somebody else's next statement finds a place. */
const PLACES = 12;
const PLACES_TENANT = 8;
const PLACES_USER = 6;
/** The server is asked to stop first; a connection that went silent must not hold a caller much longer. */
const GRACE_MS = 1000;
/** A statement that does not stop when it is told to gives its place back after this time. */
const STOP_MS = 5000;

export function openClickHouseServer(address: ClickHouseAddress, limits: ProfileLimits): SqlStore {
  const client = openHttpClient(address);
  const places = Math.min(PLACES, address.places ?? PLACES);
  const admission = new Admission({
    places,
    perTenant: Math.min(PLACES_TENANT, places - 2),
    perUser: Math.min(PLACES_USER, places - 2),
    onFull: () => busyError("ClickHouse"),
  });
  const streams = downloads(() => busyError("ClickHouse"));
  const stopping = new Set<Promise<unknown>>();
  const readOnlyLevel = once(async () => address.readOnlyLevel ?? await askReadOnlyLevel(client));

  async function query(
    { sql, params, columns, profile, asker, signal }: StoreQuery,
  ): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    const queryId = crypto.randomUUID();
    const stop = new AbortController();
    const place = asker && await admission.take(asker, profile, signal);
    const giveBack = () => place?.give();
    const send = async () => {
      const settings = limitSettings(await readOnlyLevel(), context.limits, place);
      return await sendStatement(client, { sql, params, queryId, signal: stop.signal, settings });
    };
    try {
      const timeoutMs = context.limits.timeoutMs + GRACE_MS;
      const onExpire = () => {
        throw timeoutError(context);
      };
      const rows = decodeRows(await within(send(), { timeoutMs, signal, onExpire }), columns);
      giveBack();
      return rows;
    } catch (error) {
      stop.abort();
      // What the engine refused has ended there; anything else may still run, and keeps its place until it does not.
      if (error instanceof ClickHouseError) giveBack();
      else stopped(queryId).finally(giveBack);
      throw signal?.aborted ? error : toStoreError(error, context);
    }
  }

  async function* stream({ sql, params, columns, profile, asker, signal }: StreamQuery) {
    const context = { profile, limits: limits[profile] };
    const queryId = crypto.randomUUID();
    const place = await streams.take(asker, profile, signal);
    let whole = false;
    const lease = openLease({
      timeoutMs: context.limits.timeoutMs + GRACE_MS,
      signal,
      onExpire: () => timeoutError(context),
      onEnd: () => {
        place.give();
        if (!whole) stopped(queryId);
      },
    });
    try {
      const settings = {
        ...limitSettings(await readOnlyLevel(), context.limits),
        ...waitSettings(await readOnlyLevel(), context.limits),
      };
      const request = { sql, params, queryId, settings, signal: lease.signal };
      const decoder = createRowDecoder(columns);
      for await (const bytes of withoutLateError(await openStatement(client, request))) {
        const rows = decoder.push(bytes);
        if (rows.length > 0) yield rows;
        lease.signal.throwIfAborted();
      }
      lease.signal.throwIfAborted();
      decoder.end();
      whole = true;
    } catch (error) {
      throw lease.signal.aborted ? lease.signal.reason : toStoreError(error, context);
    } finally {
      lease.end();
    }
  }

  /** Best effort: an account may not be allowed to, and closing the request stops a read-only query as well. */
  function stopped(queryId: string): Promise<unknown> {
    const kill = client.send({
      sql: "KILL QUERY WHERE query_id = {id:String} SYNC",
      params: [{ name: "id", type: "String", value: queryId }],
    }).catch(() => {});
    const done = within(kill, { timeoutMs: STOP_MS, onExpire: () => {} }).finally(() =>
      stopping.delete(done)
    );
    stopping.add(done);
    return done;
  }

  async function close() {
    await Promise.all(stopping);
    client.close();
  }

  return clickHouseStore({ query, stream, close });
}

/** Only what the user's own profile lets a query change; an account that is read-only already brings its limits. */
function limitSettings(readOnlyLevel: number, limits: QueryLimits, place?: Place): Settings {
  if (readOnlyLevel === 1) return {};
  return {
    ...(readOnlyLevel === 0 ? { readonly: 1 } : {}),
    max_execution_time: limits.timeoutMs / 1000,
    max_memory_usage: limits.memoryBytes,
    max_rows_to_read: limits.rowsRead,
    max_result_bytes: limits.memoryBytes,
    ...(place?.shares ? { max_threads: 1 } : {}),
    cancel_http_readonly_queries_on_client_close: 1,
  };
}

/** The server waits for a reader as long as a statement may take, and not for its usual half minute. */
function waitSettings(readOnlyLevel: number, { timeoutMs }: QueryLimits): Settings {
  return readOnlyLevel === 1 ? {} : { http_send_timeout: timeoutMs / 1000 };
}

async function askReadOnlyLevel(client: ClickHouseClient): Promise<number> {
  const sql = "SELECT toInt32(value) AS level FROM system.settings WHERE name = 'readonly'";
  const columns = [{ name: "level", type: "float64", nullable: false }] as const;
  const rows = decodeRows(await sendStatement(client, { sql }), columns);
  return Number(rows[0]?.[0] ?? 1);
}

/** Asks once and remembers the result; after a failure the next call asks again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () =>
    known ??= ask().catch((error) => {
      known = null;
      throw error;
    });
}
