import { type FunctionComponent, isValidElement, type VNode } from "preact";
import { keepInternals, type RequestInternals } from "./internals.ts";
import { renderPage } from "./render.ts";
import type { Context, LayoutConfig, Params, ResolvedFreshConfig } from "./types.ts";

interface ContextInit {
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly params: Params;
  readonly route: string | null;
  readonly config: ResolvedFreshConfig;
  /** What follows the last middleware. */
  readonly next: () => Promise<Response>;
}

const Nothing: FunctionComponent = () => null;

/** The context an app makes for each request. */
export class RequestContext<State> implements Context<State> {
  readonly config: ResolvedFreshConfig;
  req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State = {} as State;
  readonly params: Params;
  readonly route: string | null;
  error: unknown = null;
  data: unknown = undefined;
  Component: FunctionComponent = Nothing;
  next: () => Promise<Response>;

  constructor(init: ContextInit, internals: RequestInternals) {
    this.req = init.req;
    this.url = init.url;
    this.info = init.info;
    this.params = init.params;
    this.route = init.route;
    this.config = init.config;
    this.next = init.next;
    keepInternals(this, internals);
  }

  get isPartial(): boolean {
    return this.url.searchParams.has("fresh-partial");
  }

  redirect(pathOrUrl: string, status = 302): Response {
    return new Response(null, { status, headers: { location: withoutDoubleSlashes(pathOrUrl) } });
  }

  render(vnode: VNode | null, init: ResponseInit = {}, config: LayoutConfig = {}): Promise<Response> {
    if (vnode !== null && !isValidElement(vnode)) {
      throw new Error("Cannot render this: ctx.render() takes an element or null.");
    }
    return renderPage(this, vnode, init, config);
  }

  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("content-type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}

/** Only in the path: a query may hold a URL of its own. */
function withoutDoubleSlashes(pathOrUrl: string): string {
  if (!pathOrUrl.startsWith("/")) return pathOrUrl;
  const end = pathOrUrl.search(/[?#]/);
  const path = end < 0 ? pathOrUrl : pathOrUrl.slice(0, end);
  return path.replace(/\/+/g, "/") + pathOrUrl.slice(path.length);
}
