import { define } from "@/utils.ts";

/**
 * What a session shapes stays in no cache: who is signed in, what their tenant may see. Pages and their parts are always
 * such, whatever their route says; anything else that says nothing of caches is taken for it, so that no new route can
 * forget. Files that are the same for everyone say so themselves.
 */
export const noStore = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  const said = headers.get("cache-control");
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  if (said === null || isPage && !/\bno-store\b/.test(said)) headers.set("cache-control", "no-store");
  return response;
});
