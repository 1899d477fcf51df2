/**
 * ClickHouse's HTTP interface in front of the embedded engine: statements, parameters and settings as a server takes
 * them, errors as it words them. What a server does beside its engine is not shown here: accounts and their
 * profiles, KILL QUERY and stopping a query whose client left, buffering under `wait_end_of_query`, compression,
 * TLS, keep-alive limits, and errors inside a response that has begun (see `breakOff`).
 */
import type { ClickHouseClient } from "@clickhouse/client";

export interface ClickHouseHttp {
  readonly url: string;
  /** Settings of the requests so far, newest last. */
  readonly requests: readonly URLSearchParams[];
  /** The next responses end in the middle, as when a server dies or fails while it sends. */
  breakOff(count: number): void;
  close(): Promise<void>;
}

/** Handled by a server's HTTP layer and no setting of the engine. */
const NOT_SETTINGS = new Set([
  "query",
  "query_id",
  "database",
  "default_format",
  "wait_end_of_query",
  "cancel_http_readonly_queries_on_client_close",
]);

export function startClickHouseHttp(connect: () => ClickHouseClient): ClickHouseHttp {
  const requests: URLSearchParams[] = [];
  const running = new Set<Promise<unknown>>();
  let broken = 0;
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    const { searchParams } = new URL(request.url);
    const sql = searchParams.get("query") ?? await request.text();
    requests.push(searchParams);
    const work = execute(connect, sql, searchParams);
    const settled = work.catch(() => {}).finally(() => running.delete(settled));
    running.add(settled);
    try {
      const bytes = await work;
      if (broken === 0) return new Response(bytes);
      broken--;
      return new Response(cutShort(bytes));
    } catch (error) {
      return failure(error);
    }
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests,
    breakOff: (count) => broken = count,
    async close() {
      await server.shutdown();
      await Promise.all(running);
    },
  };
}

/** On a connection of its own: settings last as long as one request. */
async function execute(
  connect: () => ClickHouseClient,
  sql: string,
  query: URLSearchParams,
): Promise<Uint8Array<ArrayBuffer>> {
  const client = connect();
  try {
    await client.command({ query: "SET session_timezone = 'UTC'" });
    const settings = [...query].filter(([name]) => !NOT_SETTINGS.has(name));
    // Once it is read-only, nothing else can be set.
    settings.sort(([a], [b]) => Number(a === "readonly") - Number(b === "readonly"));
    for (const [name, value] of settings) await client.command({ query: `SET ${name} = ${quote(value)}` });
    const { stream } = await client.exec({ query: sql });
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    await client.close();
  }
}

const quote = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

function failure(error: unknown): Response {
  const { code = "1001", type = "UNKNOWN", message = "" } = error as {
    code?: string;
    type?: string;
    message?: string;
  };
  return new Response(`Code: ${code}. DB::Exception: ${message} (${type}) (version 25.8.1.1)\n`, {
    status: 500,
    headers: { "X-ClickHouse-Exception-Code": code },
  });
}

/** Half of the bytes, then the connection breaks. */
function cutShort(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new Error("broken off"));
      sent = true;
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
  });
}
