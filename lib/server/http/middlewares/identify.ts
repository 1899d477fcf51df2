import { readSessionToken } from "@/lib/server/auth/cookie.ts";
import { define } from "@/utils.ts";

/**
 * Addresses that are the same for everyone, or that a key opens and never a session: nobody is looked up for them.
 * What the build made never comes here.
 */
const FOR_ANYBODY = /^\/(?:vendor|health|metrics|embed|api\/v1\/embed)(?:\/|$)/;

/** Notes who asks: by the development headers where they are allowed, else by the session cookie, else no one. */
export const identify = define.middleware(async (ctx) => {
  if (FOR_ANYBODY.test(ctx.url.pathname)) return await ctx.next();
  const { sessions } = ctx.state.services;
  const token = readSessionToken(ctx.req);
  ctx.state.identity = await sessions.fromDevelopmentHeaders(ctx.req.headers) ??
    (token === null ? null : await sessions.identify(token));
  return await ctx.next();
});
