import { define } from "@/utils.ts";
import { AS_OF } from "../versioned.ts";

/**
 * Lets pages of the origins in CORS_ORIGINS read the API in their visitors' browsers, under the visitor's own session.
 * Browsers send that session's cookie (`SameSite=Lax`) from the same site only, so from a sister subdomain; a page of
 * another site reads what needs no session.
 * They can only read: a change that another origin sends is refused, whichever it is. Embeds follow their key instead.
 */
export const cors = define.middleware(async (ctx) => {
  const { corsOrigins } = ctx.state.config;
  const { pathname } = ctx.url;
  if (corsOrigins.length === 0 || !pathname.startsWith("/api/") || pathname.startsWith("/api/v1/embed/")) {
    return await ctx.next();
  }
  const origin = ctx.req.headers.get("origin") ?? "";
  const asks = asksToRead(ctx.req);
  const isAllowed = corsOrigins.includes(origin) && (asks || ctx.req.method === "GET");
  const response = isAllowed && asks ? mayRead() : await ctx.next();
  response.headers.append("vary", "Origin");
  if (isAllowed) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set("access-control-allow-credentials", "true");
    response.headers.set("access-control-expose-headers", `ETag, ${AS_OF}`);
  }
  return response;
});

/** A browser asks first when a request carries more than a plain one could. */
function asksToRead({ method, headers }: Request): boolean {
  return method === "OPTIONS" && headers.get("access-control-request-method") === "GET";
}

function mayRead(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET",
      "access-control-allow-headers": "Content-Type, If-None-Match",
      "access-control-max-age": "600",
    },
  });
}
