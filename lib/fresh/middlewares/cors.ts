import type { Context } from "../context.ts";
import type { MiddlewareFn } from "../types.ts";
import { withHeaders } from "./with_headers.ts";

export interface CorsOptions<State = unknown> {
  origin?: "*" | string | string[] | ((origin: string, ctx: Context<State>) => string | undefined | null);
  allowMethods?: string[];
  allowHeaders?: string[];
  exposeHeaders?: string[];
  maxAge?: number;
  credentials?: boolean;
}

const DEFAULT_METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

/** Sets the CORS headers and answers preflight requests. */
export function cors<State>(options: CorsOptions<State> = {}): MiddlewareFn<State> {
  const { origin: allowed = "*", allowMethods = DEFAULT_METHODS, credentials = false } = options;

  function allowedOrigin(origin: string, ctx: Context<State>): string | null {
    if (typeof allowed === "function") return allowed(origin, ctx) ?? null;
    if (Array.isArray(allowed)) return allowed.includes(origin) ? origin : null;
    return allowed;
  }

  return async (ctx) => {
    const requested = ctx.req.headers;
    const origin = allowedOrigin(requested.get("origin") ?? "", ctx);
    const common = new Headers();
    if (origin) common.set("access-control-allow-origin", origin);
    if (credentials) common.set("access-control-allow-credentials", "true");
    if (options.exposeHeaders?.length) {
      common.set("access-control-expose-headers", options.exposeHeaders.join(","));
    }

    if (ctx.req.method === "OPTIONS") {
      const headers = options.allowHeaders?.join(",") ?? requested.get("access-control-request-headers");
      if (options.maxAge !== undefined) common.set("access-control-max-age", String(options.maxAge));
      if (allowMethods.length) common.set("access-control-allow-methods", allowMethods.join(","));
      if (headers) common.set("access-control-allow-headers", headers);
      common.set("vary", "Origin, Access-Control-Request-Headers");
      return new Response(null, { status: 204, headers: common });
    }

    return withHeaders(await ctx.next(), (headers) => {
      common.forEach((value, name) => headers.set(name, value));
      if (allowed !== "*") headers.append("vary", "Origin");
    });
  };
}
