/** The pipeline's way into the live store's tables. */
import type { PostgresClient } from "../postgres/client.ts";
import { transaction } from "../postgres/lost_connections.ts";
import { toText } from "../postgres/text_values.ts";
import type { JsonValue, SqlWriter } from "../types.ts";
import { decodeAnyRows, sendStatement } from "./read.ts";

/** PostgreSQL takes 65,535 parameters in one statement. */
const PARAMETERS_AT_MOST = 30_000;

type Rows = readonly (readonly JsonValue[])[];

/** `sql` is asked for each time: a restarted engine has a new client. */
export function openWriter(
  sql: () => PostgresClient,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): SqlWriter {
  async function append(
    table: string,
    columns: readonly string[],
    rows: Rows,
    onConflict: string,
  ): Promise<void> {
    const size = Math.max(1, Math.floor(PARAMETERS_AT_MOST / columns.length));
    const target = `INSERT INTO ${quotePath(table)} (${columns.map(quote).join(", ")}) VALUES `;
    await transaction(sql(), "", async (scope) => {
      for (let start = 0; start < rows.length; start += size) {
        const batch = rows.slice(start, start + size);
        const values = batch.map((row, index) => placeholders(row.length, index * columns.length)).join(", ");
        await scope.unsafe(`${target}${values}${onConflict}`, batch.flat().map(toText));
      }
    });
  }

  return {
    execute: (text) => inTurn(async () => void await sql().unsafe(text).simple()),
    async insert(table, columns, rows) {
      if (rows.length > 0) await inTurn(() => append(table, columns, rows, ""));
    },
    async upsert(table, key, columns, rows) {
      const changes = columns.filter((name) => !key.includes(name)).map((name) =>
        `${quote(name)} = excluded.${quote(name)}`
      );
      const action = changes.length > 0 ? `DO UPDATE SET ${changes.join(", ")}` : "DO NOTHING";
      const onConflict = ` ON CONFLICT (${key.map(quote).join(", ")}) ${action}`;
      if (rows.length > 0) await inTurn(() => append(table, columns, rows, onConflict));
    },
    read: (text) => inTurn(async () => decodeAnyRows(await sendStatement(sql(), text, []))),
    // The store opened the connection and closes it, so the writer leaves it open.
    close: () => Promise.resolve(),
  };
}

function placeholders(count: number, offset: number): string {
  return `(${Array.from({ length: count }, (_, index) => `$${offset + index + 1}`).join(", ")})`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quotePath(path: string): string {
  return path.split(".").map(quote).join(".");
}
