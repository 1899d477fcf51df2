import { type Command, compileApp } from "./compile.ts";
import { fileRouteCommands } from "./fs_routes.ts";
import type {
  BuildSnapshot,
  FreshConfig,
  LayoutConfig,
  Method,
  Middleware,
  MiddlewareFn,
  ResolvedFreshConfig,
  Route,
  RouteComponent,
  RouteConfig,
} from "./types.ts";

export type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

export interface ListenOptions extends Deno.ServeTcpOptions {
  remoteAddress?: string;
}

const snapshots = new WeakMap<object, BuildSnapshot>();

/** Gives an app the file routes, islands and static files of a build; before `handler()` or `listen()`. */
export function applySnapshot<State>(app: App<State>, snapshot: BuildSnapshot): void {
  snapshots.set(app, snapshot);
}

function joinPath(base: string, path: string): string {
  if (path === "*" || path === "/*") path = "/";
  const joined = `${base}/${path}`.replace(/\/{2,}/g, "/").replace(/\/$/, "");
  return joined === "" ? "/" : joined;
}

/** Collects middlewares, routes, layouts and error pages from top to bottom and turns them into one handler. */
export class App<State> {
  readonly config: ResolvedFreshConfig;
  readonly #commands: Command<State>[] = [];

  constructor(config: FreshConfig = {}) {
    const basePath = (config.basePath ?? "").replace(/\/+$/, "");
    this.config = {
      root: Deno.cwd(),
      mode: "production",
      basePath: basePath === "" || basePath.startsWith("/") ? basePath : `/${basePath}`,
      trustProxy: config.trustProxy ?? false,
    };
  }

  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(first: string | Middleware<State>, ...others: Middleware<State>[]): this {
    const path = typeof first === "string" ? first : "/";
    const middlewares = typeof first === "string" ? others : [first, ...others];
    this.#commands.push({ kind: "use", path: joinPath("", path), middlewares: middlewares.flat() });
    return this;
  }

  get(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("GET", path, middlewares);
  }
  post(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("POST", path, middlewares);
  }
  put(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("PUT", path, middlewares);
  }
  patch(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("PATCH", path, middlewares);
  }
  delete(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("DELETE", path, middlewares);
  }
  head(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("HEAD", path, middlewares);
  }
  options(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("OPTIONS", path, middlewares);
  }
  /** Answers every method. */
  all(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#handle("ALL", path, middlewares);
  }

  #handle(method: Method | "ALL", path: string, middlewares: Middleware<State>[]): this {
    this.#commands.push({
      kind: "handler",
      method,
      path: routePath(path),
      segment: routePath(path),
      middlewares: middlewares.flat(),
    });
    return this;
  }

  /** Adds a page: a component, a handler, or both. */
  route(
    path: string,
    route: Route<State> | (() => Promise<Route<State>>),
    config?: RouteConfig,
  ): this {
    this.#commands.push({
      kind: "route",
      path: routePath(path),
      segment: routePath(path),
      route: typeof route === "function" ? route : { ...route, config: { ...route.config, ...config } },
    });
    return this;
  }

  layout(path: string, component: RouteComponent<unknown, State>, config: LayoutConfig = {}): this {
    this.#commands.push({ kind: "layout", path: joinPath("", path), component, config });
    return this;
  }

  /** The component around every page, with `<html>`, `<head>` and `<body>`. */
  appWrapper(component: RouteComponent<unknown, State>): this {
    this.#commands.push({ kind: "wrapper", path: "/", component });
    return this;
  }

  onError(path: string, route: Route<State> | MiddlewareFn<State>): this;
  onError(route: Route<State> | MiddlewareFn<State>): this;
  onError(
    first: string | Route<State> | MiddlewareFn<State>,
    second?: Route<State> | MiddlewareFn<State>,
  ): this {
    const path = typeof first === "string" ? first : "/";
    const route = typeof first === "string" ? second! : first;
    this.#commands.push({ kind: "error", path: joinPath("", path), route });
    return this;
  }

  /** Renders every 404, thrown ones included. */
  notFound(route: Route<State> | MiddlewareFn<State>): this {
    this.#commands.push({ kind: "notFound", path: "/", route });
    return this;
  }

  /** Puts everything of another app below a path. */
  mountApp(path: string, app: App<State>): this {
    for (const command of app.#commands) this.#commands.push(prefixed(command, path));
    return this;
  }

  /** Puts the routes of the build's routes folder here. */
  fsRoutes(path = "*"): this {
    this.#commands.push({ kind: "files", path: joinPath("", path) });
    return this;
  }

  /** A function from a request to its response. */
  handler(): Handler {
    const snapshot = snapshots.get(this) ?? null;
    const commands = this.#commands.flatMap((command) =>
      command.kind === "files"
        ? fileRouteCommands<State>(snapshot?.routes ?? []).map((inner) => prefixed(inner, command.path))
        : [command]
    );
    const config = snapshot ? { ...this.config, root: snapshot.root, mode: snapshot.mode } : this.config;
    const based = config.basePath === ""
      ? commands
      : commands.map((command) => prefixed(command, config.basePath));
    return compileApp<State>(based, config, snapshot);
  }

  /** Serves the app; resolves when the server has finished. */
  async listen(options: ListenOptions = {}): Promise<void> {
    await Deno.serve(options, this.handler()).finished;
  }
}

function routePath(path: string): string {
  return path === "*" ? "/*" : path.startsWith("/") ? path : `/${path}`;
}

function prefixed<State>(command: Command<State>, base: string): Command<State> {
  if (base === "/" || base === "*" || base === "") return command;
  switch (command.kind) {
    case "handler":
    case "route":
      return { ...command, path: joinRoute(base, command.path), segment: joinRoute(base, command.segment) };
    default:
      return { ...command, path: joinPath(base, command.path) };
  }
}

function joinRoute(base: string, path: string): string {
  return path === "/" ? joinPath(base, "/") : base.replace(/\/$/, "") + path;
}
