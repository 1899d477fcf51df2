/** A connection for the pipeline: one statement after the other, replaced after any error. */
import type { ClickHouseClient } from "@clickhouse/client";
import type { JsonValue, Row, SqlWriter } from "../types.ts";
import { EmbeddedPool } from "./embedded_pool.ts";
import { decodeAnyRows } from "./row_binary.ts";
import { sendStatement } from "./statement.ts";

export function openWriter(connect: () => ClickHouseClient): SqlWriter {
  const pool = new EmbeddedPool({
    connect,
    // Times arrive as ISO 8601.
    prepare: ["SET session_timezone = 'UTC', date_time_input_format = 'best_effort'"],
    size: 1,
    queueLimit: Number.POSITIVE_INFINITY,
    onFull: () => new Error("Cannot write: the queue is full."),
  });
  const run = async <T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T> => {
    const { done } = await pool.start(work);
    return await done;
  };
  return {
    execute: (sql) =>
      run(async (client) => {
        await client.command({ query: sql });
      }),
    insert: (table, columns, rows) =>
      run(async (client) => {
        if (rows.length === 0) return;
        await client.insert<readonly JsonValue[]>({
          table,
          columns: columns as [string, ...string[]],
          values: rows,
          format: "JSONCompactEachRow",
        });
      }),
    upsert: () => Promise.reject(new TypeError("Cannot replace rows: ClickHouse tables are append-only.")),
    read: (sql): Promise<readonly Row[]> =>
      run(async (client) => decodeAnyRows(await sendStatement(client, sql, { params: [] }))),
    close: () => pool.close(),
  };
}
