/**
 * Runtime errors. One base class, a closed set of codes, one table to HTTP. A problem in a user's graph is data, not one of these.
 */
import type { Problem } from "@/compiler/schema/types.ts";

export const ERROR_STATUS = {
  bad_request: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  version_conflict: 409,
  source_deleted: 410,
  node_deleted: 410,
  too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  invalid_graph: 422,
  query_timeout: 422,
  query_memory: 422,
  query_failed: 422,
  rate_limited: 429,
  internal: 500,
  busy: 503,
  store_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export class FlowForgeError extends Error {
  override readonly name: string = "FlowForgeError";

  constructor(
    readonly code: ErrorCode,
    /** Shown to the user: "Cannot X: current state". Never SQL, hosts, paths or a driver's own words. */
    readonly detail: string,
    readonly options: {
      readonly problems?: readonly Problem[];
      readonly retryAfterMs?: number;
      /** The methods this address takes, for the `Allow` header. */
      readonly allowed?: readonly string[];
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: options.cause });
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** A store's failure in our own words; the driver's error is the cause and goes to the log only. */
export class StoreError extends FlowForgeError {
  override readonly name = "StoreError";
}

/** The same for a record that is missing and for another tenant's. */
export function notFound(what: string, id: string): FlowForgeError {
  return new FlowForgeError("not_found", `Cannot find ${what} "${id.slice(0, 64)}".`);
}
