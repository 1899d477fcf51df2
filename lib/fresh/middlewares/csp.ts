import { internalsOf } from "../context.ts";
import type { MiddlewareFn } from "../types.ts";
import { withHeaders } from "./with_headers.ts";

export interface CspOptions {
  /** Report violations without blocking. */
  reportOnly?: boolean;
  /** Where browsers report violations. */
  reportTo?: string;
  /** Directives that join the defaults, or replace the one of the same name. */
  csp?: string[];
  /** Replace 'unsafe-inline' by a nonce that rendered scripts and styles carry. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

const WITH_NONCE = new Set([
  "default-src",
  "script-src",
  "script-src-elem",
  "style-src",
  "style-src-elem",
  "style-src-attr",
]);

const nameOf = (directive: string) => directive.trim().split(/\s+/, 1)[0]!.toLowerCase();

/** Adds a Content-Security-Policy to every response that passes. */
export function csp<State>(options: CspOptions = {}): MiddlewareFn<State> {
  const { reportOnly = false, reportTo, useNonce = false } = options;
  const directives = new Map(
    [...DEFAULTS, ...(options.csp ?? [])].map((text) => [nameOf(text), text.trim()]),
  );
  if (reportTo) {
    directives.set("report-to", "report-to csp-endpoint");
    directives.set("report-uri", `report-uri ${reportTo}`);
  }
  const fixed = [...directives.values()].join("; ");
  const name = reportOnly ? "content-security-policy-report-only" : "content-security-policy";

  function policyFor(nonce: string | null): string {
    if (!nonce) return fixed;
    return [...directives].map(([directive, text]) =>
      WITH_NONCE.has(directive) ? text.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`) : text
    ).join("; ");
  }

  return async (ctx) => {
    const internals = internalsOf(ctx);
    if (useNonce) internals.useNonce = true;
    return withHeaders(await ctx.next(), (headers) => {
      headers.set(name, policyFor(internals.nonce));
      if (reportTo) headers.set("reporting-endpoints", `csp-endpoint="${reportTo}"`);
    });
  };
}
