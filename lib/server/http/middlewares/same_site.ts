import { FlowForgeError } from "@/lib/server/errors.ts";
import { define } from "@/utils.ts";
import { isSafe } from "../methods.ts";

/**
 * Refuses changes that a page of another site sent. Where the browser says where a request comes from
 * (`Sec-Fetch-Site`), that alone decides: a neighbouring subdomain is another site too, whatever its `Origin` says.
 * Requests with neither header do not come from a browser, so they cannot misuse anyone's cookie. Embeds are meant
 * for other sites: they carry a key, never a cookie.
 */
export const sameSite = define.middleware((ctx) => {
  const { method, headers } = ctx.req;
  if (isSafe(method) || ctx.url.pathname.startsWith("/api/v1/embed/")) return ctx.next();
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOwn = site === null
    ? origin === null || origin === ctx.url.origin
    : site === "same-origin" || site === "none";
  if (!isOwn) {
    throw new FlowForgeError("forbidden", "Cannot do this: the request came from another site.");
  }
  return ctx.next();
});
