/** The live store as a server of its own: Materialize, or anything that speaks its protocol. */
import { within } from "@/lib/server/deadline.ts";
import type { ProfileLimits } from "../definition.ts";
import { connectPostgres } from "../postgres/client.ts";
import { settleLoss } from "../postgres/lost_connections.ts";
import { openLease } from "../lease.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import { Slots } from "../slots.ts";
import type { QueryProfile, Row, SqlStore, StoreQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import { decodeRows, partsOf, type RawRows, sendStatement, textsOf } from "./read.ts";
import { liveStore } from "./store.ts";

const CONNECTIONS: Readonly<Record<QueryProfile, number>> = { preview: 5, widget: 5, export: 2 };
const QUEUE_LIMIT = 200;
/** A download lasts as long as its reader takes: whoever finds no place is told so and does not wait. */
const STREAMS = 4;
/** The server is asked to stop first; a connection that went silent must not hold a caller much longer. */
const GRACE_MS = 1000;

export function openLiveServer(url: string, limits: ProfileLimits): SqlStore {
  const byProfile = <T>(make: (profile: QueryProfile) => T): Readonly<Record<QueryProfile, T>> => ({
    preview: make("preview"),
    widget: make("widget"),
    export: make("export"),
  });
  const clients = byProfile((profile) => connect(profile, CONNECTIONS[profile]));
  const turns = byProfile((profile) => places(CONNECTIONS[profile]));
  const streamed = { client: connect("export", STREAMS), places: places(STREAMS, 0) };

  function connect(profile: QueryProfile, maxConnections: number) {
    const settings = { default_transaction_read_only: "on", statement_timeout: limits[profile].timeoutMs };
    return connectPostgres({ url }, { maxConnections, settings });
  }

  function places(count: number, queueLimit = QUEUE_LIMIT) {
    return new Slots(
      Array.from({ length: count }, (_, index) => index),
      queueLimit,
      () => busyError("the live store"),
    );
  }

  async function query({ sql, params, columns, profile, signal }: StoreQuery): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    try {
      const place = await turns[profile].take(signal);
      const pending = sendStatement(clients[profile], sql, params);
      pending.catch(() => {}).finally(() => turns[profile].give(place));
      const timeoutMs = context.limits.timeoutMs + GRACE_MS;
      const onExpire = () => {
        throw timeoutError(context);
      };
      const result = await within(pending, { timeoutMs, signal, onExpire }).catch((error) => {
        pending.cancel();
        throw error;
      });
      return decodeRows(result, columns);
    } catch (error) {
      throw signal?.aborted ? error : toStoreError(error, context);
    }
  }

  async function* stream({ sql, params, columns, profile, signal }: StoreQuery) {
    const context = { profile, limits: limits[profile] };
    const place = await streamed.places.take(signal);
    const { client } = streamed;
    const pending = client.unsafe(sql, textsOf(params)).raw();
    const stopped = Promise.withResolvers<typeof client.CLOSE>();
    const lease = openLease({
      timeoutMs: context.limits.timeoutMs + GRACE_MS,
      signal,
      onExpire: () => timeoutError(context),
      onEnd: () => {
        // Whichever it is doing: computing, or waiting for a reader.
        pending.cancel();
        stopped.resolve(client.CLOSE);
        streamed.places.give(place);
      },
    });
    try {
      const open = (size: number, take: (rows: RawRows) => Promise<unknown>) =>
        pending.cursor(size, (rows) => take(rows as unknown as RawRows));
      for await (const rows of partsOf(open, columns, stopped.promise)) {
        yield rows;
        lease.signal.throwIfAborted();
      }
    } catch (error) {
      await settleLoss(error);
      throw lease.signal.aborted ? lease.signal.reason : toStoreError(error, context);
    } finally {
      lease.end();
    }
  }

  const close = async () => {
    const all = [...Object.values(clients), streamed.client];
    await Promise.all(all.map((client) => client.end({ timeout: 1 })));
  };
  return liveStore("materialize", { query, stream, close });
}
