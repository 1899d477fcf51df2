import type { FlowForgeError } from "@/lib/server/errors.ts";
import { isOrigin } from "@/lib/server/origin.ts";

/**
 * Who may frame an embed: the origins of its key, and this site itself for previews. A key without origins lets
 * no other site frame it; anything that is not exactly an origin is left out. Refusals carry no data and no controls,
 * so any site may show them.
 */
export function frameAncestors(allowedOrigins: readonly string[] | null): string {
  if (allowedOrigins === null) return "frame-ancestors *";
  return ["frame-ancestors 'self'", ...allowedOrigins.filter(isOrigin)].join(" ");
}

export function embedHeaders(
  allowedOrigins: readonly string[] | null,
  error: FlowForgeError | null,
): Readonly<Record<string, string>> {
  const retryAfterMs = error?.options.retryAfterMs;
  return {
    "content-security-policy": frameAncestors(allowedOrigins),
    "referrer-policy": "no-referrer",
    "cache-control": "private, no-store",
    "vary": "HX-Request, X-API-Key",
    ...(retryAfterMs ? { "retry-after": String(Math.ceil(retryAfterMs / 1000)) } : {}),
  };
}
