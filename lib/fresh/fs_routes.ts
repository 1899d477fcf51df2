import type { Command } from "./compile.ts";
import { HttpError } from "./errors.ts";
import type { MiddlewareFn, Route, RouteComponent, RouteFile, RouteModule } from "./types.ts";

const GROUP = /^\(.*\)$/;
const PRIVATE = /^\(_/;

/** `admin/(tables)/[id].tsx` → segments without the extension; null for files that are not routes. */
function segmentsOf(path: string): string[] | null {
  const segments = path.replace(/\.[^./]+$/, "").split("/");
  return segments.slice(0, -1).some((segment) => PRIVATE.test(segment)) ? null : segments;
}

function patternSegment(segment: string): string {
  const rest = /^\[\.\.\.(\w+)\]$/.exec(segment);
  if (rest) return `/:${rest[1]}*`;
  const optional = /^\[\[(\w+)\]\]$/.exec(segment);
  if (optional) return `{/:${optional[1]}}?`;
  // Anything outside the brackets is literal text, so what a pattern would read specially is escaped.
  const text = segment.split(/(\[\w+\])/).map((part) => {
    const named = /^\[(\w+)\]$/.exec(part);
    return named ? `:${named[1]}` : part.replace(/[:*?+(){}\\]/g, "\\$&");
  }).join("");
  return `/${text}`;
}

/** The URL pattern of a route file: groups add nothing, `index` is its folder. */
export function patternOfFile(path: string): string | null {
  const segments = segmentsOf(path);
  if (!segments) return null;
  const visible = segments.filter((segment) => !GROUP.test(segment));
  if (visible.at(-1) === "index") visible.pop();
  return visible.map(patternSegment).join("") || "/";
}

/** A folder as a middleware path; groups stay in it, so that they inherit separately. */
function folderPath(segments: readonly string[]): string {
  return segments.map((segment) => GROUP.test(segment) ? `/${segment}` : patternSegment(segment)).join("") ||
    "/";
}

const RANK = { literal: 0, mixed: 1, dynamic: 2, optional: 3, rest: 4 } as const;

function rankOf(segment: string): number {
  if (segment.startsWith("[...")) return RANK.rest;
  if (segment.startsWith("[[")) return RANK.optional;
  if (/^\[\w+\]$/.test(segment)) return RANK.dynamic;
  return segment.includes("[") ? RANK.mixed : RANK.literal;
}

/** The more specific file first, compared segment by segment; ties in the order of names. */
function compareFiles(left: RouteFile, right: RouteFile): number {
  const a = segmentsOf(left.path)!.filter((segment) => !GROUP.test(segment) && segment !== "index");
  const b = segmentsOf(right.path)!.filter((segment) => !GROUP.test(segment) && segment !== "index");
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = rankOf(a[index] ?? "") - rankOf(b[index] ?? "");
    if (difference !== 0) return difference;
  }
  return a.length - b.length || (left.path < right.path ? -1 : 1);
}

const SPECIAL_ORDER = ["_app", "_layout", "_error", "_500", "_404", "_middleware"];

/** The routes folder as the items `app.use`, `app.layout`, `app.route`… would have added. */
export function fileRouteCommands<State>(files: readonly RouteFile[]): Command<State>[] {
  const routes = files.filter((file) => segmentsOf(file.path) !== null);
  const isSpecial = (file: RouteFile) => segmentsOf(file.path)!.at(-1)!.startsWith("_");
  const specials = routes.filter(isSpecial).sort((left, right) => {
    const a = segmentsOf(left.path)!;
    const b = segmentsOf(right.path)!;
    return a.length - b.length || SPECIAL_ORDER.indexOf(a.at(-1)!) - SPECIAL_ORDER.indexOf(b.at(-1)!);
  });
  const pages = routes.filter((file) => !isSpecial(file)).sort(compareFiles);
  return [
    ...specials.flatMap((file) => specialCommand<State>(file)),
    ...pages.map((file) => pageCommand<State>(file)),
  ];
}

function specialCommand<State>(file: RouteFile): Command<State>[] {
  const segments = segmentsOf(file.path)!;
  const path = folderPath(segments.slice(0, -1));
  const component = file.module.default as RouteComponent<unknown, State> | undefined;
  switch (segments.at(-1)) {
    case "_app":
      return component ? [{ kind: "wrapper", path, component }] : [];
    case "_layout":
      return component
        ? [{ kind: "layout", fromFile: true, path, component, config: file.module.config ?? {} }]
        : [];
    case "_error":
    case "_500":
      return [{ kind: "error", fromFile: true, path, route: routeOf<State>(file.module) }];
    case "_404":
      return [{ kind: "notFound", path: "/", route: routeOf<State>(file.module) }];
    case "_middleware": {
      const found = (file.module.default ?? file.module.handler ?? file.module.handlers) as
        | MiddlewareFn<State>
        | MiddlewareFn<State>[]
        | undefined;
      if (!found) throw new HttpError(500, `Cannot use ${file.path}: it exports no middleware.`);
      return [{ kind: "use", fromFile: true, path, middlewares: [found].flat() }];
    }
    default:
      return [];
  }
}

function routeOf<State>(module: RouteModule): Route<State> {
  return {
    component: module.default as Route<State>["component"],
    handler: (module.handlers ?? module.handler) as Route<State>["handler"],
    config: module.config,
  };
}

function pageCommand<State>(file: RouteFile): Command<State> {
  const segments = segmentsOf(file.path)!;
  return {
    kind: "route",
    path: file.module.config?.routeOverride ?? patternOfFile(file.path)!,
    segment: folderPath(segments.slice(0, -1)),
    route: routeOf<State>(file.module),
  };
}
