/** ClickHouse's HTTP interface as a client sees it: one statement, its parameters, the whole result as bytes. */
import type { BoundParam } from "@/compiler/schema/types.ts";
import { parameterText } from "./parameter_text.ts";

export interface ClickHouseAddress {
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** ClickHouse's setting `readonly` as the account has it; asked for, where it is not known. */
  readonly readOnlyLevel?: number;
  /** How many statements at a time it can bear, where that is known. */
  readonly places?: number;
}

/** What the engine said, with its number. */
export class ClickHouseError extends Error {
  constructor(message: string, readonly code: string) {
    super(message);
  }
}

export interface StatementRequest {
  readonly sql: string;
  readonly params?: readonly BoundParam[];
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly queryId?: string;
  readonly signal?: AbortSignal;
  /** Rows behind an INSERT. */
  readonly body?: string;
}

export interface ClickHouseClient {
  /** Throws ClickHouseError for what the engine refused; any other error means that it was not reached. */
  send(request: StatementRequest): Promise<Uint8Array>;
  /** The same, without waiting for the end; a result that breaks off throws while it is read. */
  open(request: StatementRequest): Promise<AsyncIterable<Uint8Array>>;
  close(): void;
}

/** Longer ones travel in the body: servers take addresses of limited length. */
const LONGEST_IN_ADDRESS = 8_000;
/** Servers close a connection that was quiet for 3 seconds or more. */
const IDLE_MS = 2_000;

export function openHttpClient({ url, database, user, password }: ClickHouseAddress): ClickHouseClient {
  const client = Deno.createHttpClient({ poolIdleTimeout: IDLE_MS });
  const headers = { authorization: `Basic ${new TextEncoder().encode(`${user}:${password}`).toBase64()}` };

  async function ask({ sql, params = [], settings = {}, queryId, signal, body }: StatementRequest) {
    const address = new URL(url);
    const query = address.searchParams;
    query.set("database", database);
    if (queryId !== undefined) query.set("query_id", queryId);
    for (const [name, value] of Object.entries(settings)) query.set(name, String(value));
    const values = new URLSearchParams(
      params.map(({ name, value }) => [`param_${name}`, parameterText(value)]),
    );
    const short = values.toString().length <= LONGEST_IN_ADDRESS;
    if (short) { for (const [name, value] of values) query.set(name, value); }
    if (body !== undefined) query.set("query", sql);
    const init: RequestInit & { readonly client: Deno.HttpClient } = {
      method: "POST",
      body: short ? body ?? sql : formOf(sql, values),
      headers,
      signal,
      client,
    };
    const response = await reached(fetch(address, init), signal);
    if (response.ok) return response;
    const message = await reached(response.text(), signal);
    const code = response.headers.get("x-clickhouse-exception-code");
    if (code === null) throw new Error(`The server answered ${response.status}: ${message.slice(0, 500)}`);
    throw new ClickHouseError(message, code);
  }

  return {
    async send(request) {
      return await reached((await ask(request)).bytes(), request.signal);
    },
    async open(request) {
      return partsOf((await ask(request)).body, request.signal);
    },
    close: () => client.close(),
  };
}

function formOf(sql: string, values: URLSearchParams): FormData {
  const form = new FormData();
  form.set("query", sql);
  for (const [name, value] of values) form.set(name, value);
  return form;
}

async function* partsOf(body: ReadableStream<Uint8Array> | null, signal?: AbortSignal) {
  if (body === null) return;
  const reader = body.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  // Also while nobody reads: what is not read keeps the connection open.
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await reached(reader.read(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    cancel();
  }
}

async function reached<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw signal?.aborted ? signal.reason : new Error("The server was not reached.", { cause });
  }
}
