import type { ComponentChildren, FunctionComponent, VNode } from "preact";
import { renderPage } from "./render.ts";
import type { BuildSnapshot, LayoutConfig, ResolvedFreshConfig, RouteComponent } from "./types.ts";
import type { Params } from "./pattern.ts";

/** The framework's own part of a request, kept off the public surface of `Context`. */
export interface RequestInternals {
  layouts: readonly RouteComponent<unknown, never>[];
  appWrapper: RouteComponent<unknown, never> | null;
  snapshot: BuildSnapshot | null;
  useNonce: boolean;
  nonce: string | null;
  /** The page component's `data`, for the layouts around it. */
  data: unknown;
}

const internals = new WeakMap<object, RequestInternals>();

export function internalsOf(ctx: object): RequestInternals {
  const found = internals.get(ctx);
  if (!found) throw new Error("Cannot use this context: it was not created by an app.");
  return found;
}

export interface ContextInit {
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly params: Params;
  readonly route: string | null;
  readonly config: ResolvedFreshConfig;
  readonly internals: RequestInternals;
}

const Nothing: FunctionComponent = () => null;

/** One request on its way through middlewares and handlers. */
export class Context<State> {
  readonly config: ResolvedFreshConfig;
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State = {} as State;
  /** True when the client asked for a partial; this app's pages never answer with one. */
  readonly isPartial: boolean;
  params: Params;
  /** Pattern of the matched route, null when none matched. */
  route: string | null;
  error: unknown = null;
  /** Inside layouts and the app wrapper: what they wrap. */
  Component: FunctionComponent = Nothing;
  next: () => Promise<Response>;

  constructor(init: ContextInit) {
    this.req = init.req;
    this.url = init.url;
    this.info = init.info;
    this.params = init.params;
    this.route = init.route;
    this.config = init.config;
    this.isPartial = init.url.searchParams.has("fresh-partial");
    this.next = () => Promise.reject(new Error("Cannot call next(): no handler follows."));
    internals.set(this, init.internals);
  }

  /** Redirects; a path never leaves this origin, however many slashes it starts with. */
  redirect(pathOrUrl: string, status = 302): Response {
    return new Response(null, { status, headers: { location: safeLocation(pathOrUrl) } });
  }

  /** Renders JSX inside the route's layouts and the app wrapper. */
  render(
    vnode: VNode | ComponentChildren,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    return renderPage(this, vnode, init, config);
  }

  text(content: string, init?: ResponseInit): Response {
    return new Response(content, withType(init, "text/plain; charset=utf-8"));
  }

  html(content: string, init?: ResponseInit): Response {
    return new Response(content, withType(init, "text/html; charset=utf-8"));
  }

  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  /** Streams text or bytes from anything iterable. */
  stream<Chunk extends string | Uint8Array>(
    source: Iterable<Chunk> | AsyncIterable<Chunk> | (() => Iterable<Chunk> | AsyncIterable<Chunk>),
    init?: ResponseInit,
  ): Response {
    const chunks = typeof source === "function" ? source() : source;
    const encoder = new TextEncoder();
    const body = ReadableStream.from(chunks).pipeThrough(
      new TransformStream<Chunk, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : new Uint8Array(chunk));
        },
      }),
    );
    return new Response(body, init);
  }
}

function withType(init: ResponseInit | undefined, type: string): ResponseInit {
  const headers = new Headers(init?.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return { ...init, headers };
}

/** Browsers drop tabs and newlines in URLs and read a backslash as a slash, so both could hide a second slash. */
export function safeLocation(pathOrUrl: string): string {
  // deno-lint-ignore no-control-regex -- control characters are what must go
  const location = pathOrUrl.replace(/[\u0000-\u001f]/g, "").trim();
  if (!/^[/\\]/.test(location)) return location;
  const end = location.search(/[?#]/);
  const path = end < 0 ? location : location.slice(0, end);
  return path.replace(/[/\\]+/g, "/") + (end < 0 ? "" : location.slice(end));
}
