/** Sends one statement and returns its result as bytes, whole or as it comes. */
import type { ClickHouseClient } from "@clickhouse/client";
import type { BoundParam } from "@/compiler/schema/types.ts";
import { RESULT_FORMAT } from "./row_binary.ts";

interface SendOptions {
  readonly params: readonly BoundParam[];
  readonly queryId?: string;
  readonly signal?: AbortSignal;
  readonly settings?: Readonly<Record<string, string | number>>;
}

export async function sendStatement(
  client: ClickHouseClient,
  sql: string,
  options: SendOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await openStatement(client, sql, options)) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** Leaving the loop over the bytes closes the request, and so does the signal, also while nobody reads. */
export async function openStatement(
  client: ClickHouseClient,
  sql: string,
  { params, queryId, signal, settings }: SendOptions,
): Promise<AsyncIterable<Uint8Array>> {
  refuseFileOutput(sql);
  const response = await client.exec({
    query: `${sql}\nFORMAT ${RESULT_FORMAT}`,
    query_params: Object.fromEntries(params.map((param) => [param.name, param.value])),
    query_id: queryId,
    abort_signal: signal,
    clickhouse_settings: settings,
  });
  const { stream } = response;
  signal?.addEventListener("abort", () => stream.destroy(), { once: true });
  return stream;
}

/** Read-only connections still write files for INTO OUTFILE. The compiler never emits it; nothing else may either. */
function refuseFileOutput(sql: string): void {
  const bare = sql.replace(/'(?:[^'\\]|\\.|'')*'|`(?:[^`\\]|\\.|``)*`|"(?:[^"\\]|\\.|"")*"/gs, "''");
  if (/\boutfile\b/i.test(bare)) throw new TypeError("Cannot run the statement: it writes to a file.");
}
