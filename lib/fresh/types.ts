import type { ComponentChildren, FunctionComponent, VNode } from "preact";

export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Method = typeof METHODS[number];

export interface ResolvedFreshConfig {
  readonly root: string;
  readonly mode: "development" | "production";
  readonly basePath: string;
  readonly trustProxy: boolean;
}

export interface LayoutConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

export interface RouteConfig extends LayoutConfig {
  /** A URL pattern that replaces the one derived from the file's path. */
  routeOverride?: string;
}

export type Params = Record<string, string>;

/** A request, as middlewares and handlers see it. */
export interface Context<State> {
  readonly config: ResolvedFreshConfig;
  req: Request;
  /** The request's URL; slashes that follow each other are one. */
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State;
  /** True when the client asked for a partial. */
  readonly isPartial: boolean;
  readonly params: Params;
  /** Pattern of the matched route, null when none matched. */
  readonly route: string | null;
  /** What was thrown further in, for the error page. */
  error: unknown;
  data: unknown;
  /** Inside layouts and the app wrapper: what they wrap. */
  Component: FunctionComponent;
  /** Runs the rest of the chain. */
  next: () => Promise<Response>;
  /** Redirects; slashes that follow each other in a path are one, so that a path stays on this origin. */
  redirect(pathOrUrl: string, status?: number): Response;
  /** Renders an element inside the layouts and the app wrapper that apply here. */
  render(vnode: VNode | null, init?: ResponseInit, config?: LayoutConfig): Promise<Response>;
  text(content: string, init?: ResponseInit): Response;
  html(content: string, init?: ResponseInit): Response;
  json(content: unknown, init?: ResponseInit): Response;
}

/** Data a handler hands to the page component, with the status and headers of the response. */
export interface PageResponse<Data> {
  data: Data;
  status?: number;
  headers?: HeadersInit;
}

type MaybePromise<T> = T | Promise<T>;

type HandlerResult<Data> = MaybePromise<Response | PageResponse<Data>>;
export type HandlerFn<Data, State> = (ctx: Context<State>) => HandlerResult<Data>;
export type HandlerByMethod<Data, State> = { [M in Method]?: HandlerFn<Data, State> };
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

type DataOfResult<Result> = Awaited<Result> extends infer R
  ? R extends Response ? never : R extends { data: infer Data } ? Data : never
  : never;
type ResultOf<Handler> = Handler extends (...args: never[]) => infer Result ? Result : never;

/** What the page component of this handler finds in `props.data`. */
export type DataOf<Handler> = [Handler] extends [never] ? never
  : Handler extends (...args: never[]) => unknown ? DataOfResult<ResultOf<Handler>>
  : DataOfResult<{ [Key in keyof Handler]: ResultOf<Handler[Key]> }[keyof Handler]>;

export type Middleware<State> = (ctx: Context<State>) => MaybePromise<Response>;
/** A middleware, or a function that loads one when it is first needed. */
export type MaybeLazyMiddleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response | Middleware<State>>;

export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    "config" | "url" | "req" | "params" | "info" | "state" | "isPartial" | "Component" | "error" | "route"
  >
  & { data: Data };

/** A page, layout or app wrapper. An async one is called once and may return a Response instead. */
export type RouteComponent<Data, State> = (
  props: PageProps<Data, State>,
) => ComponentChildren | Promise<ComponentChildren | Response>;

export interface Route<State> {
  component?: RouteComponent<never, State>;
  handler?: RouteHandler<unknown, State>;
  config?: RouteConfig;
}

export interface Island {
  readonly name: string;
  readonly exportName: string;
  readonly url: string;
  /** Chunks the island needs, to be loaded ahead. */
  readonly preload: readonly string[];
}

/** A file of the routes folder: its path below that folder, with `/`, and its module. */
export interface RouteFile {
  readonly path: string;
  readonly module: RouteModule;
}

export interface RouteModule {
  readonly default?: unknown;
  readonly handler?: unknown;
  readonly handlers?: unknown;
  readonly config?: RouteConfig;
}

export interface StaticFile {
  readonly hash: string;
  readonly contentType: string;
  /** True for generated files whose name carries the content hash. */
  readonly immutable: boolean;
  /** Encodings `read` can deliver besides the plain bytes. */
  readonly encodings: readonly ("br" | "gzip")[];
  read(encoding: "identity" | "gzip" | "br"): Promise<Uint8Array<ArrayBuffer>>;
}

/** Everything a build adds to an app: file routes, islands and static files. */
export interface BuildSnapshot {
  readonly root: string;
  readonly mode: "development" | "production";
  readonly routes: readonly RouteFile[];
  readonly islands: ReadonlyMap<unknown, Island>;
  readonly boot: { readonly url: string; readonly preload: readonly string[] } | null;
  readonly staticFiles: ReadonlyMap<string, StaticFile>;
  /** A script for every page: the development server's reload script. */
  readonly pageScript?: string;
}
