import { readSessionToken } from "@/lib/server/auth/cookie.ts";
import { define } from "@/utils.ts";

/** The same for everyone, so nobody is looked up; what the build made was served before this already. */
const PUBLIC_ASSET = /^\/vendor\//;

/** Who asks: the development headers where they are allowed, else the session cookie, else nobody. */
export const identify = define.middleware(async (ctx) => {
  if (PUBLIC_ASSET.test(ctx.url.pathname)) return await ctx.next();
  const { sessions } = ctx.state.services;
  const token = readSessionToken(ctx.req);
  ctx.state.identity = await sessions.fromDevelopmentHeaders(ctx.req.headers) ??
    (token === null ? null : await sessions.identify(token));
  return await ctx.next();
});
