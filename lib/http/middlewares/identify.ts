import { readSessionToken } from "@/lib/auth/cookie.ts";
import { define } from "@/utils.ts";

/** Who asks: the development headers where they are allowed, else the session cookie, else nobody. */
export const identify = define.middleware(async (ctx) => {
  const { sessions } = ctx.state.services;
  const token = readSessionToken(ctx.req);
  ctx.state.identity = await sessions.fromDevelopmentHeaders(ctx.req.headers) ??
    (token === null ? null : await sessions.identify(token));
  return await ctx.next();
});
