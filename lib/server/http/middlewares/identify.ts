import { readSessionToken } from "@/lib/server/auth/cookie.ts";
import { define } from "@/utils.ts";

/** Files that are the same for everyone: these requests need no identity. What the build made never comes here. */
const PUBLIC_ASSET = /^\/vendor\//;

/** Notes who asks: by the development headers where they are allowed, else by the session cookie, else no one. */
export const identify = define.middleware(async (ctx) => {
  if (PUBLIC_ASSET.test(ctx.url.pathname)) return await ctx.next();
  const { sessions } = ctx.state.services;
  const token = readSessionToken(ctx.req);
  ctx.state.identity = await sessions.fromDevelopmentHeaders(ctx.req.headers) ??
    (token === null ? null : await sessions.identify(token));
  return await ctx.next();
});
