import { METHODS_KNOWN } from "../methods.ts";
import { define } from "@/utils.ts";

/** One line and one sample per request. The query string stays out: embeds may carry a ticket there. */
export const accessLog = define.middleware(async (ctx) => {
  const started = performance.now();
  let status = 500;
  try {
    const response = await ctx.next();
    status = response.status;
    return response;
  } finally {
    const seconds = (performance.now() - started) / 1_000;
    const method = METHODS_KNOWN.has(ctx.req.method) ? ctx.req.method : "OTHER";
    ctx.state.services.observeRequest({ method, route: ctx.route ?? "unmatched", status, seconds });
    ctx.state.log.info("request", {
      request_id: ctx.state.requestId,
      method,
      path: ctx.url.pathname.slice(0, 500),
      status,
      duration_ms: Math.round(seconds * 10_000) / 10,
      tenant: ctx.state.identity?.tenantId,
      user: ctx.state.identity?.userId,
    });
  }
});
