/** Sends one statement that reads, and returns its result as bytes, whole or as it comes. */
import type { ClickHouseClient, StatementRequest } from "./http_client.ts";
import { RESULT_FORMAT } from "./row_binary.ts";

/** Nothing is sent before the whole result is known, so an error can never hide behind half a result. */
const WHOLE_RESULT = { wait_end_of_query: 1 };

export async function sendStatement(
  client: ClickHouseClient,
  { settings, ...request }: StatementRequest,
): Promise<Uint8Array> {
  return await client.send({ ...formatted(request), settings: { ...WHOLE_RESULT, ...settings } });
}

/** The result's bytes as they come. Leaving the loop over them closes the request, and so does the signal. */
export async function openStatement(
  client: ClickHouseClient,
  request: StatementRequest,
): Promise<AsyncIterable<Uint8Array>> {
  return await client.open(formatted(request));
}

function formatted(request: StatementRequest): StatementRequest {
  refuseFileOutput(request.sql);
  return { ...request, sql: `${request.sql}\nFORMAT ${RESULT_FORMAT}` };
}

/** Read-only connections still write files for INTO OUTFILE. The compiler never emits it; nothing else may either. */
function refuseFileOutput(sql: string): void {
  const bare = sql.replace(/'(?:[^'\\]|\\.|'')*'|`(?:[^`\\]|\\.|``)*`|"(?:[^"\\]|\\.|"")*"/gs, "''");
  if (/\boutfile\b/i.test(bare)) throw new TypeError("Cannot run the statement: it writes to a file.");
}
