/** Errors as responses: one mapping, RFC 9457 problem+json, the same shape for every tenant and every cause. */
import { ERROR_STATUS, type ErrorCode, FlowForgeError } from "@/lib/server/errors.ts";

const TITLES: Readonly<Record<ErrorCode, string>> = {
  bad_request: "The request cannot be read",
  not_signed_in: "Nobody is signed in",
  forbidden: "Not allowed",
  not_found: "Not found",
  method_not_allowed: "Method not allowed",
  version_conflict: "Saved by someone else first",
  source_deleted: "Source workflow deleted",
  node_deleted: "Source node deleted",
  too_large: "Too large",
  unsupported_media_type: "Unsupported media type",
  invalid_input: "Invalid input",
  invalid_graph: "The workflow has problems",
  query_timeout: "The query took too long",
  query_memory: "The query needs too much memory",
  query_failed: "The query failed",
  rate_limited: "Too many requests",
  internal: "Something went wrong on our side",
  busy: "Too many queries wait",
  store_unavailable: "A data store does not answer",
};

/** Ours as it is; anything else is `internal`, and its own words stay in the log. */
export function toFlowForgeError(error: unknown): FlowForgeError {
  if (error instanceof FlowForgeError) return error;
  return new FlowForgeError("internal", "Cannot answer: something went wrong on our side.", { cause: error });
}

export function problemResponse(error: FlowForgeError, requestId: string): Response {
  const { code, detail, status } = error;
  const { problems, retryAfterMs } = error.options;
  const body = {
    type: `/docs#error-${code}`,
    title: TITLES[code],
    status,
    code,
    detail,
    request_id: requestId,
    ...(problems === undefined ? {} : { problems }),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterMs / 1_000)));
  return new Response(JSON.stringify(body), { status, headers });
}

/** Every code with its status and title, for the documentation. */
export const errorCatalogue = Object.entries(ERROR_STATUS).map(([code, status]) => ({
  code: code as ErrorCode,
  status,
  title: TITLES[code as ErrorCode],
}));
