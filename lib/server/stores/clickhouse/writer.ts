/** The pipeline's way into the analytical store's tables. */
import type { Row, SqlWriter } from "../types.ts";
import { type ClickHouseAddress, openHttpClient, type StatementRequest } from "./http_client.ts";
import { decodeAnyRows } from "./row_binary.ts";
import { sendStatement } from "./statement.ts";

/** Times arrive as ISO 8601. */
const SETTINGS = { session_timezone: "UTC", date_time_input_format: "best_effort" };

export function openWriter(address: ClickHouseAddress): SqlWriter {
  const client = openHttpClient(address);
  const running = new Set<Promise<unknown>>();

  async function run<T>(work: Promise<T>): Promise<T> {
    const settled = work.catch(() => {}).finally(() => running.delete(settled));
    running.add(settled);
    return await work;
  }

  async function send(request: StatementRequest): Promise<void> {
    await run(client.send({ ...request, settings: { ...SETTINGS, wait_end_of_query: 1 } }));
  }

  return {
    execute: (sql) => send({ sql }),
    async insert(table, columns, rows) {
      if (rows.length === 0) return;
      const names = columns.map((name) => `\`${name.replace(/[\\`]/g, "\\$&")}\``).join(", ");
      await send({
        sql: `INSERT INTO ${table} (${names}) FORMAT JSONCompactEachRow`,
        body: rows.map((row) => JSON.stringify(row)).join("\n"),
      });
    },
    upsert: () => Promise.reject(new TypeError("Cannot replace rows: ClickHouse tables are append-only.")),
    read: async (sql): Promise<readonly Row[]> =>
      decodeAnyRows(await run(sendStatement(client, { sql, settings: SETTINGS }))),
    async close() {
      await Promise.all(running);
      client.close();
    },
  };
}
