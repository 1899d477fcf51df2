/** The live store as a server of its own: Materialize, or anything that speaks its protocol. */
import { within } from "@/lib/server/deadline.ts";
import { Admission, DOWNLOADS, downloads } from "../admission.ts";
import { connectPostgres } from "../postgres/client.ts";
import { settleLoss } from "../postgres/lost_connections.ts";
import { openLease } from "../lease.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import { forEachProfile, type ProfileLimits, type QueryProfile } from "../profiles.ts";
import type { Row, SqlStore, StoreQuery, StreamQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import { decodeRows, partsOf, type RawRows, sendStatement, textsOf } from "./read.ts";
import { liveStore } from "./store.ts";

const CONNECTIONS: Readonly<Record<QueryProfile, number>> = { preview: 5, widget: 5, export: 2 };
/** The server is asked to stop first; a connection that went silent must not hold a caller much longer. */
const GRACE_MS = 1000;

export function openLiveServer(url: string, limits: ProfileLimits): SqlStore {
  const onFull = () => busyError("the live store");
  const clients = forEachProfile((profile) => connect(profile, CONNECTIONS[profile]));
  const turns = forEachProfile((profile) => {
    const places = CONNECTIONS[profile];
    return new Admission({ places, perTenant: places - 1, perUser: Math.max(1, places - 2), onFull });
  });
  const streamed = {
    client: connect("export", DOWNLOADS),
    places: downloads(onFull),
  };

  function connect(profile: QueryProfile, maxConnections: number) {
    const settings = { default_transaction_read_only: "on", statement_timeout: limits[profile].timeoutMs };
    return connectPostgres({ url }, { maxConnections, settings });
  }

  async function query(
    { sql, params, columns, profile, asker, signal }: StoreQuery,
  ): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    try {
      const place = asker && await turns[profile].take(asker, profile, signal);
      const pending = sendStatement(clients[profile], sql, params);
      pending.catch(() => {}).finally(() => place?.give());
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

  async function* stream({ sql, params, columns, profile, asker, signal }: StreamQuery) {
    const context = { profile, limits: limits[profile] };
    const place = await streamed.places.take(asker, profile, signal);
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
        place.give();
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
