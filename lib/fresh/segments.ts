import { internalsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { HttpError, reportOnce, statusOfError } from "./errors.ts";
import { runRoute } from "./routes.ts";
import type { Command } from "./compile.ts";
import type { MiddlewareFn, Route, RouteComponent } from "./types.ts";

export interface LinkScope<State> {
  readonly layouts: readonly RouteComponent<unknown, State>[];
  readonly appWrapper: RouteComponent<unknown, State> | null;
  readonly notFound: NotFound<State> | null;
}

interface NotFound<State> {
  readonly route: Route<State> | MiddlewareFn<State>;
  readonly scope: LinkScope<State>;
}

/** One step of a chain: a middleware, or an error page that catches what happens after it. */
export type Link<State> =
  | { readonly kind: "use"; readonly run: MiddlewareFn<State> }
  | {
    readonly kind: "error";
    /** A not-found page takes 404s only, and then no other page takes them. */
    readonly isNotFound: boolean;
    readonly route: Route<State> | MiddlewareFn<State>;
    readonly scope: LinkScope<State>;
  };

type Item<State> = Exclude<Command<State>, { kind: "handler" | "route" | "files" }>;

/** Middlewares, layouts and error pages by path; asked for the chain that leads to a route. */
export class Segments<State> {
  readonly #items = new Map<string, Item<State>[]>();
  readonly #root: string;
  #appWrapper: RouteComponent<unknown, State> | null = null;
  notFound: NotFound<State> | null = null;

  constructor(basePath: string) {
    this.#root = basePath || "/";
  }

  add(item: Item<State>): void {
    if (item.kind === "wrapper") {
      this.#appWrapper = item.component;
      return;
    }
    if (item.kind === "notFound") {
      this.notFound = { route: item.route, scope: this.at(this.#root).scope };
    }
    const path = item.kind === "notFound" ? this.#root : item.path;
    const known = this.#items.get(path);
    if (known) known.push(item);
    else this.#items.set(path, [item]);
  }

  /** Everything registered so far that applies to `path`: outer folders first, each in its own order. */
  at(path: string, pattern: string = path): { links: readonly Link<State>[]; scope: LinkScope<State> } {
    const links: Link<State>[] = [];
    let scope: LinkScope<State> = { layouts: [], appWrapper: this.#appWrapper, notFound: this.notFound };
    for (const item of this.#itemsAlong(path, pattern)) {
      if (item.kind === "use") {
        for (const run of item.middlewares) links.push({ kind: "use", run });
      } else if (item.kind === "error" || item.kind === "notFound") {
        links.push({ kind: "error", isNotFound: item.kind === "notFound", route: item.route, scope });
      } else if (item.kind === "layout") {
        scope = {
          ...scope,
          layouts: item.config.skipInheritedLayouts ? [item.component] : [...scope.layouts, item.component],
          appWrapper: item.config.skipAppWrapper ? null : scope.appWrapper,
        };
      }
    }
    return { links, scope };
  }

  /** A file's folders, and what the app itself registered along the file's URL. */
  #itemsAlong(path: string, pattern: string): Item<State>[] {
    const folders = prefixes(path);
    const extra = prefixes(pattern).filter((prefix) => !folders.includes(prefix));
    return [
      ...folders.flatMap((prefix) => this.#items.get(prefix) ?? []),
      ...extra.flatMap((prefix) => (this.#items.get(prefix) ?? []).filter((item) => !item.fromFile)),
    ];
  }
}

/** "/a/:b/c" → "/", "/a", "/a/:b", "/a/:b/c" */
function prefixes(path: string): string[] {
  const result = ["/"];
  for (let end = path.indexOf("/", 1); end > 0; end = path.indexOf("/", end + 1)) {
    result.push(path.slice(0, end));
  }
  if (path !== "/") result.push(path);
  return result;
}

/** Runs links in order, each reaching the following one through `ctx.next()`. */
export function chainOf<State>(
  links: readonly Link<State>[],
  last: MiddlewareFn<State>,
  hasNotFound: boolean,
): (ctx: Context<State>) => Promise<Response> {
  return (ctx) => step(0, ctx);

  async function step(index: number, ctx: Context<State>): Promise<Response> {
    const link = links[index];
    if (link?.kind === "error") {
      try {
        return await step(index + 1, ctx);
      } catch (error) {
        const isNotFound = hasNotFound && error instanceof HttpError && error.status === 404;
        if (isNotFound !== link.isNotFound) throw error;
        reportOnce(error);
        ctx.error = error;
        return await runRoute(ctx, link.route, link.scope, statusOfError(error));
      }
    }
    const run = link ? link.run : last;
    if (link) ctx.next = () => step(index + 1, ctx);
    let result = await run(ctx);
    // A middleware may be given lazily, as a function that loads the real one.
    while (typeof result === "function") result = await result(ctx);
    if (!(result instanceof Response)) {
      throw new Error(`Cannot answer ${ctx.url.pathname}: a middleware or handler returned no Response.`);
    }
    return result;
  }
}

export function enterScope<State>(ctx: Context<State>, scope: LinkScope<State>): void {
  const internals = internalsOf(ctx);
  internals.layouts = scope.layouts;
  internals.appWrapper = scope.appWrapper;
}
