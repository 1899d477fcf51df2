/** The live store as a server of its own: Materialize, or anything that speaks its protocol. */
import { within } from "@/lib/server/deadline.ts";
import type { ProfileLimits } from "../definition.ts";
import { connectPostgres } from "../postgres/client.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import { Slots } from "../slots.ts";
import type { QueryProfile, Row, SqlStore, StoreQuery } from "../types.ts";
import { toStoreError } from "./errors.ts";
import { decodeRows, sendStatement } from "./read.ts";
import { liveStore } from "./store.ts";

const CONNECTIONS = 5;
const QUEUE_LIMIT = 200;
/** The server is asked to stop first; a connection that went silent must not hold a caller much longer. */
const GRACE_MS = 1000;

export function openLiveServer(url: string, limits: ProfileLimits): SqlStore {
  const clients = { preview: connect("preview"), widget: connect("widget") };
  const turns = { preview: places(), widget: places() };

  function connect(profile: QueryProfile) {
    const settings = { default_transaction_read_only: "on", statement_timeout: limits[profile].timeoutMs };
    return connectPostgres({ url }, { maxConnections: CONNECTIONS, settings });
  }

  function places() {
    return new Slots(
      Array.from({ length: CONNECTIONS }, (_, index) => index),
      QUEUE_LIMIT,
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

  return liveStore("materialize", query, async () => {
    await Promise.all([clients.preview.end({ timeout: 1 }), clients.widget.end({ timeout: 1 })]);
  });
}
