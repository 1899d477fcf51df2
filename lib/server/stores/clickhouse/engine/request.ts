/** A request of ClickHouse's HTTP interface as one statement. */
import type { EngineStatement } from "./connections.ts";

export interface EngineRequest extends Omit<EngineStatement, "readOnly"> {
  readonly queryId: string;
  /** Nothing is sent before the whole result is known. */
  readonly whole: boolean;
}

/** Of the HTTP interface itself, or of what one process for one machine does not have: no settings of the engine. */
const NOT_SETTINGS = new Set([
  ...["query", "query_id", "database", "default_format", "user", "password", "role", "quota_key"],
  ...["session_id", "session_timeout", "session_check", "compress", "decompress", "enable_http_compression"],
  ...["wait_end_of_query", "buffer_size", "http_headers_progress_interval_ms", "client_protocol_version"],
  ...["send_progress_in_http_headers", "cancel_http_readonly_queries_on_client_close", "log_comment"],
  ...["http_write_exception_in_output_format", "http_zlib_compression_level", "stacktrace", "readonly"],
]);

const FORMAT = /\bFORMAT\s+(\w+)\s*;?\s*$/i;

/** Throws SyntaxError for a body that cannot be read. */
export async function readRequest(request: Request, query: URLSearchParams): Promise<EngineRequest> {
  const form = await formOf(request);
  const given = form ?? query;
  const text = given.get("query") ?? "";
  const body = form === null ? await textOf(request) : "";
  const sql = [text, body].filter((part) => part !== "").join("\n");
  const all = [...query, ...(form ?? [])];
  const withoutPrefix = all.flatMap(([name, value]) =>
    name.startsWith("param_") ? [[name.slice(6), value]] : []
  );
  const format = FORMAT.exec(sql)?.[1] ?? query.get("default_format") ??
    request.headers.get("x-clickhouse-format") ?? "TabSeparated";
  return {
    sql,
    format,
    queryId: query.get("query_id") || crypto.randomUUID(),
    database: query.get("database") || request.headers.get("x-clickhouse-database") || "default",
    settings: Object.fromEntries(
      [...query].filter(([name]) => !NOT_SETTINGS.has(name) && !name.startsWith("param_")),
    ),
    params: Object.fromEntries(withoutPrefix),
    whole: query.get("wait_end_of_query") === "1",
  };
}

async function formOf(request: Request): Promise<URLSearchParams | null> {
  if (!/^multipart\/form-data/i.test(request.headers.get("content-type") ?? "")) return null;
  const fields = new URLSearchParams();
  for (const [name, value] of await request.formData()) {
    fields.append(name, typeof value === "string" ? value : await value.text());
  }
  return fields;
}

/** Statements and rows are text here; a binary format of rows is refused and not misread. */
async function textOf(request: Request): Promise<string> {
  const encoding = request.headers.get("content-encoding");
  if (request.body === null) return "";
  const body = encoding === "gzip" || encoding === "deflate"
    ? request.body.pipeThrough(new DecompressionStream(encoding))
    : request.body;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await new Response(body).bytes());
  } catch (cause) {
    throw new SyntaxError("The body is not UTF-8 text, plain or as gzip.", { cause });
  }
}
