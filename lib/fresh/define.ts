import type { DataOf, HandlerFn, Middleware, PageResponse, RouteComponent, RouteHandler } from "./types.ts";

/** Helpers that only add types; see `createDefine`. */
export interface Define<State> {
  handlers<Handler extends RouteHandler<unknown, State>>(handlers: Handler): Handler;
  handlers<Handler extends HandlerFn<unknown, State>>(handler: Handler): Handler;
  page<Handler = never, Data = DataOf<Handler>>(
    render: RouteComponent<Data, State>,
  ): RouteComponent<Data, State>;
  layout(render: RouteComponent<unknown, State>): RouteComponent<unknown, State>;
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;
}

/** Ties handlers, pages, layouts and middlewares of an app to its `State` without naming types at each of them. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: <T>(handlers: T) => handlers,
    page: (render) => render,
    layout: (render) => render,
    middleware: (middleware) => middleware,
  };
}

/** Passes data from a handler to the page component of its route. */
export function page<Data>(
  data: Data,
  options?: { status?: number; headers?: HeadersInit },
): PageResponse<Data>;
export function page(): PageResponse<undefined>;
export function page<Data>(
  data?: Data,
  options: { status?: number; headers?: HeadersInit } = {},
): PageResponse<Data | undefined> {
  return { data, status: options.status, headers: options.headers };
}
