/** Responses that say which version they are. A client that has the version already is told so, and not sent it again. */

import type { SharedBytes } from "@/lib/server/shared_bytes.ts";
import { respondShared } from "./shared_body.ts";

/** Content that knows its version. */
export interface Versioned {
  /** Of all that a viewer would see, but not of when or how it was read. */
  readonly digest: string;
  /** ISO 8601: when the content was read. */
  readonly as_of: string;
  /** The content as JSON, written when it is first asked for. */
  bytes(): SharedBytes;
}

/**
 * When the content was read. A browser that is told "not modified" keeps the old body but takes the new headers, so
 * the time has to stand in one.
 */
export const AS_OF = "x-as-of";

export class VersionedJson {
  constructor(private readonly content: Versioned) {}

  /** Whoever calls this has authorised the request: a version says as much as the content. */
  respond(request: Request): Response {
    const { digest, as_of, bytes } = this.content;
    const etag = `"${digest.slice(0, 32)}"`;
    const headers = { etag, "cache-control": "private, no-cache", [AS_OF]: as_of };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return respondShared(bytes(), { ...headers, "content-type": "application/json" });
  }
}

/** Compared weakly, as RFC 9110 wants it here: a compressed response carries the same version, marked weak. */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match")?.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known !== undefined && (known.includes(etag) || known.includes("*"));
}
