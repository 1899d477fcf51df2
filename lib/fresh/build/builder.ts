import { toFileUrl } from "./paths.ts";
import { type App, applySnapshot } from "../app.ts";
import type { BuildSnapshot, RouteModule } from "../types.ts";
import { isRouteFile, listFiles } from "./crawl.ts";
import { loadStaticFiles } from "./static_assets.ts";

export interface BuilderOptions {
  target?: string | string[];
  root?: string;
  serverEntry?: string;
  outDir?: string;
  staticDir?: string;
  islandDir?: string;
  routeDir?: string;
  ignore?: RegExp[];
}

export interface BuildOptions {
  mode?: "development" | "production";
  snapshot?: "disk" | "memory";
}

/** Builds an app's islands, routes and static files, to disk or into memory. */
export class Builder {
  readonly #options: Required<Omit<BuilderOptions, "target">> & { target: string | string[] };

  constructor(options: BuilderOptions = {}) {
    const root = resolve(Deno.cwd(), options.root ?? ".");
    this.#options = {
      root,
      target: options.target ?? "es2022",
      serverEntry: resolve(root, options.serverEntry ?? "main.ts"),
      outDir: resolve(root, options.outDir ?? "_fresh"),
      staticDir: resolve(root, options.staticDir ?? "static"),
      islandDir: resolve(root, options.islandDir ?? "islands"),
      routeDir: resolve(root, options.routeDir ?? "routes"),
      ignore: options.ignore ?? [],
    };
  }

  /** Builds; the returned function gives the build to an app. */
  async build(options: BuildOptions = {}): Promise<<State>(app: App<State>) => void> {
    const snapshot = await this.#snapshot(options.mode ?? "production");
    return (app) => applySnapshot(app, snapshot);
  }

  async #snapshot(mode: "development" | "production"): Promise<BuildSnapshot> {
    const { root, routeDir, staticDir, ignore } = this.#options;
    const paths = (await listFiles(routeDir, ignore)).filter(isRouteFile);
    const routes = await Promise.all(paths.map(async (path) => ({
      path,
      module: await import(toFileUrl(`${routeDir}/${path}`)) as RouteModule,
    })));
    return {
      root,
      mode,
      routes,
      islands: [],
      boot: null,
      staticFiles: await loadStaticFiles(staticDir, ignore),
    };
  }
}

function resolve(base: string, path: string): string {
  const absolute = path.startsWith("/") ? path : `${base}/${path}`;
  const parts: string[] = [];
  for (const part of absolute.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return "/" + parts.join("/");
}
