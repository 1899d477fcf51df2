import { HttpError } from "../errors.ts";
import type { Context, Middleware } from "../types.ts";

export interface CsrfOptions<State = unknown> {
  /** The origins that may send forms here, instead of the app's own. */
  origin?: string | string[] | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses state-changing requests a browser sent from another site. An allowed `Origin` passes whatever
 * `Sec-Fetch-Site` says. Requests with neither header do not come from a browser.
 */
export function csrf<State>(options: CsrfOptions<State> = {}): Middleware<State> {
  const isAllowed = (origin: string, ctx: Context<State>): boolean => {
    const { origin: allowed = ctx.url.origin } = options;
    return typeof allowed === "function" ? allowed(origin, ctx) : [allowed].flat().includes(origin);
  };
  return async (ctx) => {
    if (SAFE_METHODS.has(ctx.req.method)) return await ctx.next();
    const origin = ctx.req.headers.get("origin");
    const site = ctx.req.headers.get("sec-fetch-site");
    const mayPass = site === "same-origin" || site === "none" ||
      (origin === null ? site === null : isAllowed(origin, ctx));
    if (!mayPass) throw new HttpError(403);
    return await ctx.next();
  };
}
