import type { ErrorRoute } from "./commands.ts";
import { HttpError } from "./errors.ts";
import { internalsOf } from "./internals.ts";
import { elementOf } from "./render.ts";
import { type Context, type Method, METHODS, type Route } from "./types.ts";

const renderOnly = () => ({ data: {} });

/** A route with the handler it goes without: a component alone takes every method, nothing at all is not found. */
export function completeRoute<State>(route: ErrorRoute<State>): Route<State> {
  if (typeof route === "function") return { handler: route };
  const { handler, component } = route;
  if (handler === undefined) return { ...route, handler: component ? renderOnly : notFound };
  if (typeof handler === "function" || !component || handler.GET) return route;
  return { ...route, handler: { ...handler, GET: renderOnly } };
}

export function notFound(): never {
  throw new HttpError(404);
}

/** The methods under which a complete route is found. */
export function methodsOf<State>({ handler }: Route<State>): readonly Method[] {
  return typeof handler === "function" ? METHODS : METHODS.filter((method) => handler?.[method]);
}

/** Runs a complete route's handler and renders what it returns; a method it has no handler for is the next one's. */
export async function runRoute<State>(
  ctx: Context<State>,
  { handler, component, config }: Route<State>,
  status = 200,
): Promise<Response> {
  const internals = internalsOf(ctx);
  if (config?.skipAppWrapper) internals.appWrapper = null;
  if (config?.skipInheritedLayouts) internals.layouts = [];

  const { method } = ctx.req;
  const handle = typeof handler === "function"
    ? handler
    : handler?.[method as Method] ?? (method === "HEAD" ? handler?.GET : undefined);
  if (handle === undefined) return await ctx.next();
  const result = await handle(ctx);
  if (result instanceof Response) return result;

  const element = component === undefined ? null : await elementOf(ctx, component, result.data);
  if (element instanceof Response) return element;
  return await ctx.render(element, { status: result.status ?? status, headers: result.headers });
}
