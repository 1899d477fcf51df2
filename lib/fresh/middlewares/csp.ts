import { NONCE } from "../render.ts";
import type { Middleware } from "../types.ts";

export interface CSPOptions {
  /** Report violations without blocking. */
  reportOnly?: boolean;
  /** Where browsers report violations. */
  reportTo?: string;
  /** Directives that join the defaults, or replace the one of the same name. */
  csp?: string[];
  /** Replace 'unsafe-inline' by the nonce that a page's scripts and styles carry. */
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

const WITH_NONCE = /^(?:default-src|script-src(?:-elem)?|style-src(?:-elem|-attr)?) /;

const nameOf = (directive: string) => directive.split(" ")[0];

/** Adds a Content-Security-Policy to every response that passes. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly = false, reportTo, csp: own = [], useNonce = false } = options;
  const replaced = new Set(own.map(nameOf));
  const directives = [
    ...DEFAULTS.filter((directive) => !replaced.has(nameOf(directive))),
    ...own,
    ...reportTo ? ["report-to csp-endpoint", `report-uri ${reportTo}`] : [],
  ];
  const fixed = directives.join("; ");
  const withNonce = (nonce: string) =>
    directives.map((directive) =>
      WITH_NONCE.test(directive) ? directive.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`) : directive
    ).join("; ");
  const header = reportOnly ? "content-security-policy-report-only" : "content-security-policy";

  return async (ctx) => {
    const response = await ctx.next();
    const nonce: string | undefined = useNonce ? Reflect.get(response, NONCE) : undefined;
    response.headers.set(header, nonce ? withNonce(nonce) : fixed);
    if (reportTo) response.headers.set("reporting-endpoints", `csp-endpoint="${reportTo}"`);
    return response;
  };
}
