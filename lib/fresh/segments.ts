import { HttpError } from "./errors.ts";
import { internalsOf } from "./internals.ts";
import { runRoute } from "./routes.ts";
import type { LayoutConfig, MaybeLazyMiddleware, Middleware, Route, RouteComponent } from "./types.ts";

/** One part of a path, with what applies to everything below it. */
export interface Segment<State> {
  readonly parent: Segment<State> | null;
  readonly children: Map<string, Segment<State>>;
  readonly middlewares: MaybeLazyMiddleware<State>[];
  layout: { readonly component: RouteComponent<unknown, State>; readonly config: LayoutConfig } | null;
  errorPage: Route<State> | null;
  /** The following two are the root's only. */
  appWrapper: RouteComponent<unknown, State> | null;
  notFound: Middleware<State> | null;
}

export function createSegment<State>(parent: Segment<State> | null = null): Segment<State> {
  return {
    parent,
    children: new Map(),
    middlewares: [],
    layout: null,
    errorPage: null,
    appWrapper: null,
    notFound: null,
  };
}

/** The segment of a path below `root`, made where it is missing. Optional parts of a pattern are no segments. */
export function segmentAt<State>(root: Segment<State>, path: string): Segment<State> {
  const names = path.replace(/\{[^}]*\}\??/g, "").split("/").filter((name) => name !== "" && name !== "*");
  let segment = root;
  for (const name of names) {
    let child = segment.children.get(name);
    if (child === undefined) segment.children.set(name, child = createSegment(segment));
    segment = child;
  }
  return segment;
}

/** What runs before a route of this segment: from the root inwards, each segment's frame and then its middlewares. */
export function middlewaresOf<State>(segment: Segment<State>): MaybeLazyMiddleware<State>[] {
  const path: Segment<State>[] = [];
  for (let at: Segment<State> | null = segment; at !== null; at = at.parent) path.unshift(at);
  return path.flatMap((at) => [frameOf(at, path[0]!), ...at.middlewares]);
}

/**
 * Puts a segment's layout around its pages and its error page in the place of its errors. It runs before the
 * segment's own middlewares, so an error page is rendered outside of them.
 */
function frameOf<State>(segment: Segment<State>, root: Segment<State>): Middleware<State> {
  const { layout, appWrapper, errorPage } = segment;
  return async (ctx) => {
    const internals = internalsOf(ctx);
    if (appWrapper !== null) internals.appWrapper = appWrapper;
    if (layout?.config.skipAppWrapper) internals.appWrapper = null;
    if (layout !== null) {
      internals.layouts = layout.config.skipInheritedLayouts
        ? [layout.component]
        : [...internals.layouts, layout.component];
    }
    try {
      return await ctx.next();
    } catch (error) {
      const status = error instanceof HttpError ? error.status : 500;
      if (status === 404 && root.notFound !== null) return await root.notFound(ctx);
      if (errorPage !== null) return await runRoute(ctx, errorPage, status);
      throw error;
    }
  };
}
