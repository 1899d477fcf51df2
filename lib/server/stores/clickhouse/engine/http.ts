/**
 * ClickHouse's HTTP interface over the embedded engine: statements in address, body or form, parameters, settings,
 * errors with their code, and an end to the work of a client that has left. Sessions and compressed results are what
 * it leaves out.
 */
import { type AccountName, ACCOUNTS, authenticate, type Passwords } from "./accounts.ts";
import { type Connections, TooManyStatements } from "./connections.ts";
import { type EngineRequest, readRequest } from "./request.ts";

/** Formats without a head, whose parts make one whole. */
const STREAMED = new Set(["CSV", "TSV", "TabSeparated", "JSONEachRow", "JSONCompactEachRow"]);

/** By the engine's code; whatever is not here is 500, as a server does it. */
const STATUS: Readonly<Record<string, number>> = { "60": 404, "62": 400, "81": 404, "202": 503, "516": 403 };

/** Statements have ids of the engine's own there, so this one form of stopping is done by whoever runs them. */
const KILL = /^\s*KILL QUERY WHERE query_id = \{id:String\} (SYNC|ASYNC)\s*$/;

interface Running {
  readonly account: AccountName;
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

export function engineHandler(
  connections: Connections,
  passwords: Passwords,
): (request: Request) => Promise<Response> {
  const running = new Map<string, Running>();

  async function kill(account: AccountName, id: string | undefined, waits: boolean): Promise<Uint8Array> {
    const found = running.get(id ?? "");
    if (found?.account !== account) return new Uint8Array();
    found.stop.abort();
    if (waits) await found.ended;
    return new Uint8Array();
  }

  async function execute(request: Request, asked: EngineRequest, account: AccountName) {
    const killing = KILL.exec(asked.sql);
    if (killing) return await kill(account, asked.params.id, killing[1] === "SYNC");
    const stop = new AbortController();
    const signal = AbortSignal.any([request.signal, stop.signal]);
    const statement = { ...asked, readOnly: ACCOUNTS[account].readOnly };
    const streamed = !asked.whole && STREAMED.has(asked.format) && /^\s*(SELECT|WITH)\b/i.test(asked.sql);
    const work = streamed ? connections.stream(statement, signal) : connections.run(statement, signal);
    const entry = { account, stop, ended: work.then(() => {}, () => {}) };
    running.set(asked.queryId, entry);
    try {
      return await work;
    } finally {
      if (running.get(asked.queryId) === entry) running.delete(asked.queryId);
    }
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/ping") return new Response("Ok.\n");
    const account = authenticate(request, searchParams, passwords);
    if (account === null) {
      return failure("Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)");
    }
    try {
      const asked = await readRequest(request, searchParams);
      const started = performance.now();
      const result = await execute(request, asked, account);
      return new Response(result as Uint8Array<ArrayBuffer>, {
        headers: {
          "content-type": "text/plain; charset=UTF-8",
          "x-clickhouse-format": asked.format,
          "x-clickhouse-query-id": asked.queryId,
          "x-clickhouse-server-display-name": "flowforge",
          "x-clickhouse-summary": summary(performance.now() - started),
          "x-clickhouse-timezone": "UTC",
        },
      });
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error), error);
    }
  };
}

/** Clients count on these fields; how much was read is not known here. */
function summary(milliseconds: number): string {
  const counts = ["read_rows", "read_bytes", "written_rows", "written_bytes", "total_rows_to_read"];
  const zeros = Object.fromEntries([...counts, "result_rows", "result_bytes"].map((name) => [name, "0"]));
  return JSON.stringify({ ...zeros, elapsed_ns: String(Math.round(milliseconds * 1e6)) });
}

function failure(message: string, error?: unknown): Response {
  const unreadable = error instanceof SyntaxError
    ? `Code: 62. DB::Exception: ${message} (SYNTAX_ERROR)`
    : message;
  const code = /\bCode: (\d+)/.exec(unreadable)?.[1] ?? "1002";
  return new Response(`${unreadable}\n`, {
    status: STATUS[code] ?? 500,
    headers: {
      "content-type": "text/plain; charset=UTF-8",
      "x-clickhouse-exception-code": code,
      ...(error instanceof TooManyStatements ? { "retry-after": "1" } : {}),
    },
  });
}
