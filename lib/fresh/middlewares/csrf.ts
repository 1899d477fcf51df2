import type { Context } from "../context.ts";
import { HttpError } from "../errors.ts";
import type { MiddlewareFn } from "../types.ts";

export interface CsrfOptions<State = unknown> {
  /** Other origins that may send forms here. */
  origin?: string | string[] | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses state-changing requests a browser sent from another site. Requests with neither `Origin` nor
 * `Sec-Fetch-Site` do not come from a browser, so no ambient cookie of a victim is at stake.
 */
export function csrf<State>(options: CsrfOptions<State> = {}): MiddlewareFn<State> {
  const { origin: allowed } = options;
  const isTrusted = (origin: string, ctx: Context<State>): boolean =>
    typeof allowed === "function"
      ? allowed(origin, ctx)
      : Array.isArray(allowed)
      ? allowed.includes(origin)
      : allowed === origin;

  return async (ctx) => {
    if (SAFE_METHODS.has(ctx.req.method)) return await ctx.next();
    const origin = ctx.req.headers.get("origin");
    const site = ctx.req.headers.get("sec-fetch-site");
    const isAllowed = (origin !== null && isTrusted(origin, ctx)) ||
      (site !== null
        ? site === "same-origin" || site === "none"
        : origin === null || origin === ctx.url.origin);
    if (!isAllowed) throw new HttpError(403);
    return await ctx.next();
  };
}
