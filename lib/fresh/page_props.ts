import type { Context } from "./context.ts";
import type { PageProps } from "./types.ts";

/** The props of a page, layout or app wrapper: the request's public part and the handler's data. */
export function pageProps<State>(ctx: Context<State>, data: unknown): PageProps<unknown, State> {
  return {
    config: ctx.config,
    url: ctx.url,
    req: ctx.req,
    params: ctx.params,
    info: ctx.info,
    state: ctx.state,
    isPartial: ctx.isPartial,
    Component: ctx.Component,
    error: ctx.error,
    route: ctx.route,
    data,
  };
}

/** Async components are called once with the context; calling a plain one outside a render would break its hooks. */
// deno-lint-ignore ban-types -- any function is asked
export function isAsyncComponent(component: Function): boolean {
  return component.constructor.name === "AsyncFunction";
}
