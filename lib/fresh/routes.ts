import { h, type VNode } from "preact";
import { type Context, internalsOf } from "./context.ts";
import { isAsyncComponent, pageProps } from "./page_props.ts";
import { enterScope, type LinkScope } from "./segments.ts";
import {
  type LayoutConfig,
  type Method,
  METHODS,
  type MiddlewareFn,
  type PageResponse,
  type Route,
  type RouteComponent,
} from "./types.ts";

type LazyRoute<State> = Route<State> | (() => Promise<Route<State>>);

/** The methods a route answers, each with the function that answers it. */
export function routeHandlers<State>(route: LazyRoute<State>): [Method | "ALL", MiddlewareFn<State>][] {
  if (typeof route === "function") {
    let loaded: Promise<Route<State>> | undefined;
    return [["ALL", async (ctx) => answer(ctx, await (loaded ??= route()))]];
  }
  const { handler, component } = route;
  const run: MiddlewareFn<State> = (ctx) => answer(ctx, route);
  if (typeof handler === "function") return [["ALL", run]];
  const methods: Method[] = handler ? METHODS.filter((method) => handler[method]) : [];
  if (component && !methods.includes("GET")) methods.push("GET");
  return methods.map((method) => [method, run]);
}

async function answer<State>(ctx: Context<State>, route: Route<State>): Promise<Response> {
  const { handler, component } = route;
  const method = ctx.req.method as Method;
  const handle = typeof handler === "function"
    ? handler
    : handler?.[method] ?? (method === "HEAD" ? handler?.GET : undefined);
  const result = handle ? await handle(ctx) : { data: undefined };
  if (result instanceof Response) return result;
  if (!component) {
    throw new Error(`Cannot render ${ctx.route ?? ctx.url.pathname}: the route has data but no component.`);
  }
  return await renderComponent(ctx, component, result, route.config ?? {});
}

async function renderComponent<State>(
  ctx: Context<State>,
  component: RouteComponent<never, State>,
  result: PageResponse<unknown>,
  config: LayoutConfig,
  status?: number,
): Promise<Response> {
  internalsOf(ctx).data = result.data;
  const props = pageProps(ctx, result.data);
  let vnode: VNode | null;
  if (isAsyncComponent(component)) {
    const produced = await component(Object.assign(ctx, { data: result.data }) as never);
    if (produced instanceof Response) return produced;
    vnode = produced as VNode | null;
  } else {
    vnode = h(component as never, props as never);
  }
  const init = { status: result.status ?? status, headers: result.headers };
  return await ctx.render(vnode, init, config);
}

/** Runs an error page or not-found page: a middleware, a handler, a component, or the last two together. */
export async function runRoute<State>(
  ctx: Context<State>,
  route: Route<State> | MiddlewareFn<State>,
  scope: LinkScope<State>,
  status: number,
): Promise<Response> {
  enterScope(ctx, scope);
  if (typeof route === "function") {
    let result = await route(ctx);
    while (typeof result === "function") result = await result(ctx);
    return result;
  }
  const { handler, component } = route;
  const handle = typeof handler === "function"
    ? handler
    : handler?.[ctx.req.method as Method] ?? handler?.GET;
  const result = handle ? await handle(ctx) : { data: undefined };
  if (result instanceof Response) return result;
  if (!component) throw new Error("Cannot render the error page: it has no component.");
  return await renderComponent(ctx, component, result, route.config ?? {}, status);
}
