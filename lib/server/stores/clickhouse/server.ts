/** The analytical store as a server of its own, over HTTP. */
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import type { AppConfig, QueryLimits } from "@/lib/server/config.ts";
import { within } from "@/lib/server/deadline.ts";
import type { ProfileLimits } from "../definition.ts";
import { openLease } from "../lease.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import { Slots } from "../slots.ts";
import type { QueryProfile, Row, SqlStore, StoreQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import { withoutLateError } from "./late_errors.ts";
import { createRowDecoder, decodeRows } from "./row_binary.ts";
import { openStatement, sendStatement } from "./statement.ts";
import { clickHouseStore } from "./store.ts";

type Settings = Readonly<Record<string, string | number>>;

const CONNECTIONS: Readonly<Record<QueryProfile, number>> = { preview: 8, widget: 8, export: 4 };
const QUEUE_LIMIT = 200;
/** A download lasts as long as its reader takes: whoever finds no place is told so and does not wait. */
const STREAMS = 4;
/** The server is asked to stop first; a connection that went silent must not hold a caller much longer. */
const GRACE_MS = 1000;
/**
 * Nothing is sent before the whole result is known, so an error can never hide behind half a result. What is streamed
 * has to do without.
 */
const WHOLE_RESULT: Settings = { wait_end_of_query: 1 };

export function openClickHouseServer(
  { url, database, user, password }: NonNullable<AppConfig["clickhouse"]>,
  limits: ProfileLimits,
): SqlStore {
  const client = createClient({
    url,
    database,
    username: user,
    password,
    request_timeout: Math.max(...Object.values(limits).map(({ timeoutMs }) => timeoutMs)) + 2 * GRACE_MS,
    max_open_connections: Object.values(CONNECTIONS).reduce((sum, count) => sum + count, STREAMS + 2),
    compression: { response: false, request: false },
    // A server may speak of itself in its errors; ours say it in their own words.
    log: { level: 127 },
  });
  const places = (count: number, queueLimit = QUEUE_LIMIT) =>
    new Slots(Array.from({ length: count }, (_, index) => index), queueLimit, () => busyError("ClickHouse"));
  const turns: Readonly<Record<QueryProfile, Slots<number>>> = {
    preview: places(CONNECTIONS.preview),
    widget: places(CONNECTIONS.widget),
    export: places(CONNECTIONS.export),
  };
  const streams = places(STREAMS, 0);
  const readOnlyLevel = once(() => askReadOnlyLevel(client));

  async function query({ sql, params, columns, profile, signal }: StoreQuery): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    const queryId = crypto.randomUUID();
    const stop = new AbortController();
    const place = await turns[profile].take(signal);
    try {
      const settings = async () => ({
        ...WHOLE_RESULT,
        ...limitSettings(await readOnlyLevel(), context.limits),
      });
      const send = async () =>
        await sendStatement(client, sql, {
          params,
          queryId,
          signal: stop.signal,
          settings: await settings(),
        });
      const timeoutMs = context.limits.timeoutMs + GRACE_MS;
      const onExpire = () => {
        throw timeoutError(context);
      };
      return decodeRows(
        await within(send(), { timeoutMs, signal, onExpire }),
        columns,
      );
    } catch (error) {
      const own = signal?.aborted ? error : toStoreError(error, context);
      stop.abort();
      if (own !== error || signal?.aborted) killQuery(client, queryId);
      throw own;
    } finally {
      turns[profile].give(place);
    }
  }

  async function* stream({ sql, params, columns, profile, signal }: StoreQuery) {
    const context = { profile, limits: limits[profile] };
    const queryId = crypto.randomUUID();
    const place = await streams.take(signal);
    let whole = false;
    const lease = openLease({
      timeoutMs: context.limits.timeoutMs + GRACE_MS,
      signal,
      onExpire: () => timeoutError(context),
      onEnd: () => {
        streams.give(place);
        if (!whole) killQuery(client, queryId);
      },
    });
    try {
      const settings = {
        ...limitSettings(await readOnlyLevel(), context.limits),
        ...waitSettings(await readOnlyLevel(), context.limits),
      };
      const sending = { params, queryId, settings, signal: lease.signal };
      const decoder = createRowDecoder(columns);
      for await (const bytes of withoutLateError(await openStatement(client, sql, sending))) {
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

  return clickHouseStore({ query, stream, close: () => client.close() });
}

/** Only what the user's own profile lets a query change; an account that is read-only already brings its limits. */
function limitSettings(readOnlyLevel: number, limits: QueryLimits): Settings {
  if (readOnlyLevel === 1) return {};
  return {
    ...(readOnlyLevel === 0 ? { readonly: 1 } : {}),
    max_execution_time: limits.timeoutMs / 1000,
    max_memory_usage: limits.memoryBytes,
    max_rows_to_read: limits.rowsRead,
    max_result_bytes: limits.memoryBytes,
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
  const rows = decodeRows(await sendStatement(client, sql, { params: [], settings: WHOLE_RESULT }), columns);
  return Number(rows[0]?.[0] ?? 1);
}

/** Best effort: an account may not be allowed to, and closing the request stops a read-only query as well. */
function killQuery(client: ClickHouseClient, queryId: string): void {
  client.command({ query: "KILL QUERY WHERE query_id = {id:String} ASYNC", query_params: { id: queryId } })
    .catch(() => {});
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
