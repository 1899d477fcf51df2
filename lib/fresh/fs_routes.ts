import type { Command } from "./commands.ts";
import type { MaybeLazyMiddleware, Route, RouteComponent, RouteFile, RouteModule } from "./types.ts";

const GROUP = /^\(.*\)$/;

/** `admin/(tables)/[id].tsx` → its parts, without the extension. */
function partsOf(path: string): string[] {
  return path.replace(/\.[^./]+$/, "").split("/");
}

function patternPart(part: string): string {
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part);
  if (rest) return `/:${rest[1]}*`;
  const optional = /^\[\[(\w+)\]\]$/.exec(part);
  if (optional) return `{/:${optional[1]}}?`;
  return `/${part.replace(/\[(\w+)\]/g, ":$1")}`;
}

/** The URL pattern of a route file: groups add nothing, `index` is its folder. */
function patternOf(parts: readonly string[]): string {
  const visible = parts.filter((part) => !GROUP.test(part));
  if (visible.at(-1) === "index") visible.pop();
  return visible.map(patternPart).join("") || "/";
}

/** A folder as a path of segments; groups stay in it, so that they inherit separately. */
function folderOf(parts: readonly string[]): string {
  return parts.slice(0, -1).map((part) => GROUP.test(part) ? `/${part}` : patternPart(part)).join("") || "/";
}

const SPECIAL = ["_app", "_layout", "_error", "_500", "_404", "_middleware"];

/** `index` first, then names, parameters and at last the rest of a path. */
function rankOf(part: string): number {
  if (part.startsWith("[...")) return 3;
  if (part.startsWith("[")) return 2;
  return part === "index" ? 0 : 1;
}

/** The more specific file first, compared part by part. */
function compareFiles(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [left, right].map((parts) => parts.filter((part) => !GROUP.test(part))) as [
    string[],
    string[],
  ];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [one, other] = [a[index]!, b[index]!];
    if (one === other) continue;
    return rankOf(one) - rankOf(other) || (one < other ? -1 : 1);
  }
  return b.length - a.length;
}

interface Listed {
  readonly parts: readonly string[];
  readonly file: RouteFile;
}

/** The routes folder as the items that `app.use`, `app.layout`, `app.route` and so on would have added. */
export function fileRouteCommands<State>(files: readonly RouteFile[], prefix = ""): Command<State>[] {
  const listed = files.map((file): Listed => ({ parts: partsOf(file.path), file }));
  const isSpecial = ({ parts }: Listed) => SPECIAL.includes(parts.at(-1)!);
  return [
    // Before any route, so that every route finds those of its folders; the order among them says nothing.
    ...listed.filter(isSpecial).map((special) => specialCommand<State>(special)),
    ...listed.filter((page) => !isSpecial(page))
      .sort((left, right) => compareFiles(left.parts, right.parts))
      .map((page) => pageCommand<State>(page, prefix)),
  ];
}

function specialCommand<State>({ parts, file: { path, module } }: Listed): Command<State> {
  const folder = folderOf(parts);
  const component = module.default as RouteComponent<unknown, State>;
  switch (parts.at(-1)) {
    case "_app":
      return { kind: "wrapper", component };
    case "_layout":
      return { kind: "layout", path: folder, component, config: module.config ?? {} };
    case "_404":
      return { kind: "notFound", route: routeOf<State>(module) };
    case "_middleware": {
      const found = module.handlers ?? module.handler ?? module.default;
      if (!found) throw new Error(`Cannot use ${path}: it exports no middleware.`);
      return { kind: "use", path: folder, middlewares: [found].flat() as MaybeLazyMiddleware<State>[] };
    }
    default:
      return { kind: "error", path: folder, route: routeOf<State>(module) };
  }
}

function routeOf<State>(module: RouteModule): Route<State> {
  return {
    component: module.default as Route<State>["component"],
    handler: (module.handlers ?? module.handler) as Route<State>["handler"],
    config: module.config,
  };
}

function pageCommand<State>({ parts, file: { module } }: Listed, prefix: string): Command<State> {
  const override = module.config?.routeOverride;
  const pattern = override ?? patternOf(parts);
  return {
    kind: "route",
    path: prefix !== "" && pattern === "/" ? prefix : prefix + pattern,
    route: routeOf<State>(module),
    file: { folder: folderOf(parts), takesEveryMethod: override === undefined },
  };
}
