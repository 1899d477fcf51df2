import type { Command, ErrorRoute, LazyRoute } from "./commands.ts";
import { compileApp, type Handler } from "./compile.ts";
import { fileRouteCommands } from "./fs_routes.ts";
import { type ListenOptions, serve } from "./serve.ts";
import {
  type BuildSnapshot,
  type LayoutConfig,
  type MaybeLazyMiddleware,
  type Method,
  METHODS,
  type ResolvedFreshConfig,
  type RouteComponent,
  type RouteConfig,
} from "./types.ts";

const snapshots = new WeakMap<object, BuildSnapshot>();

/** Gives an app the file routes, islands and static files of a build; before `handler()` or `listen()`. */
export function applySnapshot<State>(app: App<State>, snapshot: BuildSnapshot): void {
  snapshots.set(app, snapshot);
}

/** Collects middlewares, routes, layouts and error pages from top to bottom and turns them into one handler. */
export class App<State> {
  readonly config: ResolvedFreshConfig = { root: ".", basePath: "", mode: "production", trustProxy: false };
  readonly #commands: Command<State>[] = [];

  /** Adds middlewares for all paths, or for a path and everything below it. */
  use(...middlewares: MaybeLazyMiddleware<State>[]): this;
  use(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this;
  use(first: string | MaybeLazyMiddleware<State>, ...others: MaybeLazyMiddleware<State>[]): this {
    return this.#add(
      typeof first === "string"
        ? { kind: "use", path: first, middlewares: others }
        : { kind: "use", path: "*", middlewares: [first, ...others] },
    );
  }

  get(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(["GET"], path, middlewares);
  }
  post(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(["POST"], path, middlewares);
  }
  put(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(["PUT"], path, middlewares);
  }
  patch(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(["PATCH"], path, middlewares);
  }
  delete(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(["DELETE"], path, middlewares);
  }
  head(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(["HEAD"], path, middlewares);
  }
  /** Takes every method. */
  all(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle(METHODS, path, middlewares);
  }

  /** Adds a page: a component, a handler, or both. */
  route(path: string, route: LazyRoute<State>, config?: RouteConfig): this {
    const configured = typeof route === "function" || config === undefined
      ? route
      : { ...route, config: { ...route.config, ...config } };
    return this.#add({ kind: "route", path, route: configured });
  }

  layout(path: string, component: RouteComponent<unknown, State>, config: LayoutConfig = {}): this {
    return this.#add({ kind: "layout", path, component, config });
  }

  /** The component around every page, with `<html>`, `<head>` and `<body>`. */
  appWrapper(component: RouteComponent<unknown, State>): this {
    return this.#add({ kind: "wrapper", component });
  }

  /** Renders what is thrown at a path or below it, outside of the path's middlewares. */
  onError(path: string, route: ErrorRoute<State>): this {
    return this.#add({ kind: "error", path, route });
  }

  /** Renders every 404, thrown ones included; its own handler says the status. */
  notFound(route: ErrorRoute<State>): this {
    return this.#add({ kind: "notFound", route });
  }

  /** Puts the routes of the build's routes folder here, below a path if one is given. */
  fsRoutes(pattern = "*"): this {
    return this.#add({ kind: "files", prefix: pattern.replace(/\/?\*?$/, "") });
  }

  #handle(methods: readonly Method[], path: string, middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#add({ kind: "handler", methods, path: path === "*" ? "/*" : path, middlewares });
  }

  #add(command: Command<State>): this {
    this.#commands.push(command);
    return this;
  }

  /** A function from a request to its response. */
  handler(): Handler {
    const snapshot = snapshots.get(this) ?? null;
    const commands = this.#commands.flatMap((command) =>
      command.kind === "files" ? fileRouteCommands<State>(snapshot?.routes ?? [], command.prefix) : [command]
    );
    const config = snapshot ? { ...this.config, root: snapshot.root, mode: snapshot.mode } : this.config;
    return compileApp<State>(commands, config, snapshot);
  }

  /** Serves the app; resolves when the server has finished. */
  async listen(options: ListenOptions = {}): Promise<void> {
    await serve(options, this.handler());
  }
}
