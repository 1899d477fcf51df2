import { internalsOf } from "./internals.ts";
import type { Context, MaybeLazyMiddleware, Middleware } from "./types.ts";

type Step<State> = (ctx: Context<State>, last: () => Promise<Response>) => Promise<Response>;

/** Joins middlewares to one; each reaches the following one through `ctx.next()`, the last one what came in there. */
export function chainOf<State>(middlewares: readonly MaybeLazyMiddleware<State>[]): Middleware<State> {
  let chain: Step<State> = async (_ctx, last) => await last();
  for (const middleware of middlewares.toReversed()) chain = stepOf(middleware, chain);
  return (ctx) => chain(ctx, ctx.next);
}

function stepOf<State>(middleware: MaybeLazyMiddleware<State>, rest: Step<State>): Step<State> {
  let run = middleware;
  return async (ctx, last) => {
    const internals = internalsOf(ctx);
    const { layouts, appWrapper } = internals;
    ctx.next = () => rest(ctx, last);
    try {
      const result = await run(ctx);
      if (typeof result !== "function") return result;
      run = result;
      return await result(ctx);
    } catch (error) {
      ctx.error = error;
      throw error;
    } finally {
      // What was set further in holds further in only: an error is rendered in the layouts of where it is caught.
      internals.layouts = layouts;
      internals.appWrapper = appWrapper;
    }
  };
}
