import { Context, type RequestInternals } from "./context.ts";
import { HttpError, reasonOf, reportOnce, statusOfError } from "./errors.ts";
import { Router } from "./router.ts";
import { chainOf, type Link, type LinkScope, Segments } from "./segments.ts";
import { routeHandlers, runRoute } from "./routes.ts";
import type {
  BuildSnapshot,
  LayoutConfig,
  Method,
  MiddlewareFn,
  ResolvedFreshConfig,
  Route,
  RouteComponent,
} from "./types.ts";

interface Placed {
  /** Where the item lives: middlewares and layouts apply to everything below. */
  readonly path: string;
  /** True for items of the routes folder: they apply to their folder, whatever URL a file there has. */
  readonly fromFile?: boolean;
}

export type Command<State> =
  | Placed & { readonly kind: "use"; readonly middlewares: readonly MiddlewareFn<State>[] }
  | Placed & {
    readonly kind: "layout";
    readonly component: RouteComponent<unknown, State>;
    readonly config: LayoutConfig;
  }
  | Placed & { readonly kind: "wrapper"; readonly component: RouteComponent<unknown, State> }
  | Placed & { readonly kind: "error"; readonly route: Route<State> | MiddlewareFn<State> }
  | Placed & { readonly kind: "notFound"; readonly route: Route<State> | MiddlewareFn<State> }
  | Placed & { readonly kind: "files" }
  | Placed & {
    readonly kind: "handler";
    readonly method: Method | "ALL";
    readonly segment: string;
    readonly middlewares: readonly MiddlewareFn<State>[];
  }
  | Placed & {
    readonly kind: "route";
    /** The folder chain the route inherits from; differs from `path` for groups and overrides. */
    readonly segment: string;
    readonly route: Route<State> | (() => Promise<Route<State>>);
  };

interface Endpoint<State> {
  readonly links: readonly Link<State>[];
  readonly scope: LinkScope<State>;
  readonly run: MiddlewareFn<State>;
}

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/** Turns the app's list of items into one function; all matching tables are built here, once. */
export function compileApp<State>(
  commands: readonly Command<State>[],
  config: ResolvedFreshConfig,
  snapshot: BuildSnapshot | null,
): (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response> {
  const segments = new Segments<State>(config.basePath);
  const router = new Router<Endpoint<State>>();

  for (const command of commands) {
    switch (command.kind) {
      case "handler": {
        const { links, scope } = segments.at(command.segment);
        const own = command.middlewares.slice(0, -1).map((run): Link<State> => ({ kind: "use", run }));
        const run = command.middlewares.at(-1);
        if (!run) throw new Error(`Cannot add route "${command.path}": it has no handler.`);
        router.add(command.method, command.path, { links: [...links, ...own], scope, run });
        break;
      }
      case "route": {
        const { links, scope } = segments.at(command.segment, command.path);
        for (const [method, run] of routeHandlers<State>(command.route)) {
          router.add(method, command.path, { links, scope, run });
        }
        break;
      }
      case "files":
        break;
      default:
        segments.add(command);
    }
  }

  const root = segments.at(config.basePath || "/");
  const notFound = segments.notFound;

  return async (request, info = NO_INFO) => {
    const url = new URL(request.url);
    if (config.trustProxy) applyForwarded(url, request.headers);
    const match = router.match(request.method, url.pathname);
    const endpoint = match?.item ?? null;
    const { links, scope } = endpoint ?? root;
    const internals: RequestInternals = {
      layouts: scope.layouts,
      appWrapper: scope.appWrapper,
      snapshot,
      useNonce: false,
      nonce: null,
      data: undefined,
    };
    const ctx = new Context<State>({
      req: request,
      url,
      info,
      params: match?.params ?? {},
      route: match?.pattern ?? null,
      config,
      internals,
    });
    const run: MiddlewareFn<State> = endpoint?.run ?? missing(match?.allowed ?? null, request.method);

    let response: Response;
    try {
      response = await chainOf(links, run, notFound !== null)(ctx);
    } catch (error) {
      reportOnce(error);
      ctx.error = error;
      response = await lastResort(ctx, error, notFound);
    }
    if (match && !endpoint && response.status === 405) {
      response = withAllow(response, match.allowed);
    }
    return request.method === "HEAD" && response.body ? await withoutBody(response) : response;
  };
}

function missing<State>(allowed: readonly string[] | null, method: string): MiddlewareFn<State> {
  return () => {
    if (!allowed) throw new HttpError(404);
    if (method === "OPTIONS") {
      return new Response(null, { status: 204, headers: { allow: allowed.join(", ") } });
    }
    throw new HttpError(405);
  };
}

async function lastResort<State>(
  ctx: Context<State>,
  error: unknown,
  notFound: LinkScope<State>["notFound"],
): Promise<Response> {
  const status = statusOfError(error);
  if (status === 404 && notFound) {
    try {
      return await runRoute(ctx, notFound.route, notFound.scope, 404);
    } catch (second) {
      reportOnce(second);
      return plain(statusOfError(second), second);
    }
  }
  return plain(status, error);
}

function plain(status: number, error: unknown): Response {
  const text = error instanceof HttpError ? error.message : reasonOf(status);
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

function withAllow(response: Response, allowed: readonly string[]): Response {
  const headers = new Headers(response.headers);
  headers.set("allow", allowed.join(", "));
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

function applyForwarded(url: URL, headers: Headers): void {
  const scheme = headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim();
  if (scheme === "http" || scheme === "https") url.protocol = `${scheme}:`;
  if (host && /^[\w.:[\]-]+$/.test(host)) url.host = host;
}
