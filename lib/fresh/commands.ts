import type {
  LayoutConfig,
  MaybeLazyMiddleware,
  Method,
  Middleware,
  Route,
  RouteComponent,
} from "./types.ts";

export type ErrorRoute<State> = Route<State> | Middleware<State>;
export type LazyRoute<State> = Route<State> | (() => Promise<Route<State>>);

/**
 * One item of an app, in the order it was added. Middlewares, layouts and error pages live in the tree of path
 * segments, where they apply to everything below `path`; routes are also found by their URL.
 */
export type Command<State> =
  | {
    readonly kind: "use";
    readonly path: string;
    readonly middlewares: readonly MaybeLazyMiddleware<State>[];
  }
  | {
    readonly kind: "layout";
    readonly path: string;
    readonly component: RouteComponent<unknown, State>;
    readonly config: LayoutConfig;
  }
  | { readonly kind: "wrapper"; readonly component: RouteComponent<unknown, State> }
  | { readonly kind: "error"; readonly path: string; readonly route: ErrorRoute<State> }
  | { readonly kind: "notFound"; readonly route: ErrorRoute<State> }
  | {
    readonly kind: "handler";
    readonly path: string;
    readonly methods: readonly Method[];
    readonly middlewares: readonly MaybeLazyMiddleware<State>[];
  }
  | {
    readonly kind: "route";
    readonly path: string;
    readonly route: LazyRoute<State>;
    /** For files of the routes folder, whose URL says neither groups nor which folder they inherit from. */
    readonly file?: {
      readonly folder: string;
      /** Fresh loads most files when first asked for, so it has them take every method. */
      readonly takesEveryMethod: boolean;
    };
  }
  | { readonly kind: "files"; readonly prefix: string };
