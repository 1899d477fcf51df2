/** Errors as an embedding site may read them: in no words that name a table, a node, a type or a store. */
import { type ErrorCode, FlowForgeError } from "@/lib/server/errors.ts";

const BROKEN = "Cannot show this widget: the workflow behind it has problems. Its owner can mend it.";

/** What each code says to a stranger; null keeps the error's own words, which hold no more than the caller sent. */
const SAID: Readonly<Record<ErrorCode, string | null>> = {
  bad_request: null,
  not_signed_in: null,
  forbidden: "Cannot show this widget: its key has locked filters that do not fit it.",
  not_found: null,
  method_not_allowed: null,
  version_conflict: null,
  source_deleted: null,
  node_deleted: null,
  too_large: null,
  unsupported_media_type: null,
  invalid_input: null,
  invalid_graph: BROKEN,
  query_timeout: "Cannot show this widget: its query took too long.",
  query_memory: "Cannot show this widget: its query needs too much memory.",
  query_failed: "Cannot show this widget: its query failed.",
  rate_limited: null,
  internal: null,
  busy: "Cannot show this widget yet: too many queries wait. Try again shortly.",
  store_unavailable: "Cannot show this widget: its data is not available right now.",
};

/**
 * Takes whatever reading a widget threw and returns what a stranger may see of it; the original stays as its cause. A
 * value that does not fit the column of a permitted filter is the caller's own mistake, not the workflow's.
 */
export function forStrangers(error: unknown): unknown {
  if (!(error instanceof FlowForgeError)) return error;
  const { code, options: { problems = [], retryAfterMs } } = error;
  if (code === "invalid_input" && problems.some(({ field }) => field?.startsWith("filters["))) {
    const message = "Cannot apply a filter of this address: its operator or its value does not fit.";
    return new FlowForgeError("invalid_input", message, { cause: error });
  }
  const said = SAID[code];
  return said === null ? error : new FlowForgeError(code, said, { cause: error, retryAfterMs });
}
