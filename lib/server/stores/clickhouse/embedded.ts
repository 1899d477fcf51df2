/** The analytical store inside this process: read-only profiles with the engine's own limits, and writers. */
import type { ClickHouseClient } from "@clickhouse/client";
import type { QueryLimits } from "@/lib/server/config.ts";
import { within } from "@/lib/server/deadline.ts";
import type { ProfileLimits } from "../definition.ts";
import { busyError, timeoutError } from "../query_errors.ts";
import type { QueryProfile, Row, SqlStore, SqlWriter, StoreQuery } from "../types.ts";
import { EmbeddedPool } from "./embedded_pool.ts";
import { toStoreError } from "./errors.ts";
import { decodeRows } from "./row_binary.ts";
import { sendStatement } from "./statement.ts";
import { clickHouseStore } from "./store.ts";
import { openWriter } from "./writer.ts";

const POOL_SIZE: Readonly<Record<QueryProfile, number>> = { preview: 3, widget: 4, export: 1 };
const QUEUE_LIMIT = 200;
/** The engine looks at its clock between blocks; a caller waits this much longer and not more. */
const GRACE_MS = 1000;

interface EmbeddedClickHouse {
  readonly store: SqlStore;
  /** Each call opens a connection of its own that can write. */
  readonly writer: () => SqlWriter;
}

export function openEmbeddedClickHouse(
  connect: () => ClickHouseClient,
  limits: ProfileLimits,
): EmbeddedClickHouse {
  const pool = (profile: QueryProfile) =>
    new EmbeddedPool({
      connect,
      prepare: [limitStatement(limits[profile]), "SET readonly = 1"],
      size: POOL_SIZE[profile],
      queueLimit: QUEUE_LIMIT,
      onFull: () => busyError("ClickHouse"),
    });
  // The engine lets go of its data folder when the last connection is closed.
  const writers = new Set<SqlWriter>();
  const pools: Readonly<Record<QueryProfile, EmbeddedPool>> = {
    preview: pool("preview"),
    widget: pool("widget"),
    export: pool("export"),
  };

  async function query({ sql, params, columns, profile, signal }: StoreQuery): Promise<readonly Row[]> {
    const context = { profile, limits: limits[profile] };
    try {
      const { done } = await pools[profile].start((client) => sendStatement(client, sql, { params }), signal);
      const timeoutMs = context.limits.timeoutMs + GRACE_MS;
      const onExpire = () => {
        throw timeoutError(context);
      };
      return decodeRows(
        await within(done, { timeoutMs, signal, onExpire }),
        columns,
      );
    } catch (error) {
      throw signal?.aborted ? error : toStoreError(error, context);
    }
  }

  const close = async () => {
    await Promise.all([...Object.values(pools), ...writers].map((one) => one.close()));
  };
  const store = clickHouseStore({ query, close });
  return {
    store,
    writer() {
      const writer = openWriter(connect);
      writers.add(writer);
      return writer;
    },
  };
}

function limitStatement(limits: QueryLimits): string {
  const settings = {
    max_execution_time: limits.timeoutMs / 1000,
    max_memory_usage: limits.memoryBytes,
    max_rows_to_read: limits.rowsRead,
    max_result_bytes: limits.memoryBytes,
    session_timezone: "'UTC'",
  };
  return `SET ${Object.entries(settings).map(([name, value]) => `${name} = ${value}`).join(", ")}`;
}
