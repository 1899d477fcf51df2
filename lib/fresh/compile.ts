import { chainOf } from "./chain.ts";
import type { Command, LazyRoute } from "./commands.ts";
import { RequestContext } from "./context.ts";
import { HttpError, plainResponse } from "./errors.ts";
import { type Match, Router } from "./router.ts";
import { completeRoute, methodsOf, notFound, runRoute } from "./routes.ts";
import { createSegment, middlewaresOf, type Segment, segmentAt } from "./segments.ts";
import { type BuildSnapshot, METHODS, type Middleware, type ResolvedFreshConfig } from "./types.ts";

export type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/** Turns the app's items into one function; all tables are built here, once. */
export function compileApp<State>(
  commands: readonly Command<State>[],
  config: ResolvedFreshConfig,
  snapshot: BuildSnapshot | null,
): Handler {
  const root = createSegment<State>();
  const router = new Router<Middleware<State>>();
  for (const command of commands) place(command, root, router);
  const unrouted = chainOf(middlewaresOf(root));

  return async (request, info = NO_INFO) => {
    const url = new URL(request.url);
    if (url.pathname.includes("//")) url.pathname = url.pathname.replace(/\/+/g, "/");
    const match = router.match(request.method, url.pathname);
    const ctx = new RequestContext<State>({
      req: request,
      url,
      info,
      params: match?.params ?? {},
      route: match?.pattern ?? null,
      config,
      next: lastStep(match, request.method),
    }, { layouts: [], appWrapper: null, snapshot });
    try {
      const response = await (match?.item ?? unrouted)(ctx);
      if (!(response instanceof Response)) {
        throw new Error(`Cannot respond to ${url.pathname}: a middleware or handler returned no Response.`);
      }
      return request.method === "HEAD" ? await withoutBody(response) : response;
    } catch (error) {
      return plainResponse(error);
    }
  };
}

/** Puts an item into the tree of segments or, with what applies to it so far, into the router. */
function place<State>(
  command: Command<State>,
  root: Segment<State>,
  router: Router<Middleware<State>>,
): void {
  switch (command.kind) {
    case "use":
      segmentAt(root, command.path).middlewares.push(...command.middlewares);
      break;
    case "layout":
      segmentAt(root, command.path).layout = { component: command.component, config: command.config };
      break;
    case "error":
      segmentAt(root, command.path).errorPage = completeRoute(command.route);
      break;
    case "wrapper":
      root.appWrapper = command.component;
      break;
    case "notFound": {
      const route = completeRoute(command.route);
      root.notFound = (ctx) => runRoute(ctx, route);
      break;
    }
    case "handler": {
      const chain = chainOf([...middlewaresOf(segmentAt(root, command.path)), ...command.middlewares]);
      for (const method of command.methods) router.add(method, command.path, chain);
      break;
    }
    case "route": {
      const segment = segmentAt(root, command.file?.folder ?? command.path);
      const chain = chainOf([...middlewaresOf(segment), runLazy(command.route)]);
      const takesEveryMethod = typeof command.route === "function" || command.file?.takesEveryMethod;
      const methods = takesEveryMethod ? METHODS : methodsOf(completeRoute(command.route));
      for (const method of methods) router.add(method, command.path, chain);
      break;
    }
    case "files":
      throw new Error("Cannot place the routes folder: its files are to be placed one by one.");
  }
}

function runLazy<State>(route: LazyRoute<State>): Middleware<State> {
  if (typeof route !== "function") {
    const complete = completeRoute(route);
    return (ctx) => runRoute(ctx, complete);
  }
  let loaded: Promise<ReturnType<typeof completeRoute<State>>> | undefined;
  return async (ctx) => await runRoute(ctx, await (loaded ??= route().then(completeRoute)));
}

/** What follows the last middleware or handler that called `next()`. */
function lastStep(match: Match<unknown> | null, method: string): () => Promise<Response> {
  // deno-lint-ignore require-await -- what is thrown must reject
  return async () => {
    if (match === null || match.item !== null) return notFound();
    if (method === "OPTIONS") {
      return new Response(null, { status: 204, headers: { allow: match.allowed.join(", ") } });
    }
    throw new HttpError(405);
  };
}

async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}
