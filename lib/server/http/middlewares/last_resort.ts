import { HttpError } from "fresh";
import { define } from "@/utils.ts";

/** When even the error page fails: a plain answer that still gets every header. A 404 has a page of its own. */
export const lastResort = define.middleware(async (ctx) => {
  try {
    return await ctx.next();
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) throw error;
    ctx.state.log.error("the error page failed", { request_id: ctx.state.requestId, error });
    const status = error instanceof HttpError ? error.status : 500;
    return ctx.text(`Something went wrong. Request ${ctx.state.requestId}.`, { status });
  }
});
