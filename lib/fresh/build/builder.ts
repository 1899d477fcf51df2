import { resolve } from "node:path";
import { type App, applySnapshot } from "../app.ts";
import type { ListenOptions } from "../serve.ts";
import type { SourceMapOptions } from "./bundle.ts";
import { isServingProcess, serveReloading, superviseServer } from "./dev_server.ts";
import { writeBuild } from "./disk.ts";
import { memorySnapshot } from "./memory.ts";
import {
  type OnTransformOptions,
  planBuild,
  type ResolvedBuilderOptions,
  type StaticTransform,
} from "./plan.ts";

const TEST_FILE = /[._]test\.(?:[tj]sx?|[mc][tj]s)$/;

export interface BuilderOptions {
  /** Browsers the bundles are for, in esbuild's words. */
  target?: string | string[];
  root?: string;
  serverEntry?: string;
  outDir?: string;
  staticDir?: string;
  islandDir?: string;
  routeDir?: string;
  /** Files and folders to leave out, by their whole path; without it, test files. */
  ignore?: RegExp[];
  sourceMap?: SourceMapOptions;
}

export interface BuildOptions {
  mode?: "development" | "production";
  snapshot?: "disk" | "memory";
}

export type ApplySnapshot = <State>(app: App<State>) => void;

/** Builds an app's islands, routes and static files, to disk or into memory, and serves it while it is edited. */
export class Builder {
  readonly #options: Omit<ResolvedBuilderOptions, "extraIslands" | "transforms">;
  readonly #extraIslands: string[] = [];
  readonly #transforms: StaticTransform[] = [];

  constructor(options: BuilderOptions = {}) {
    const root = resolve(options.root ?? ".");
    this.#options = {
      root,
      target: options.target ?? ["chrome99", "firefox99", "safari15"],
      serverEntry: resolve(root, options.serverEntry ?? "main.ts"),
      outDir: resolve(root, options.outDir ?? "_fresh"),
      staticDir: resolve(root, options.staticDir ?? "static"),
      islandDir: resolve(root, options.islandDir ?? "islands"),
      routeDir: resolve(root, options.routeDir ?? "routes"),
      ignore: options.ignore ?? [TEST_FILE],
      sourceMap: options.sourceMap,
    };
  }

  /** Adds an island outside the islands folder. */
  registerIsland(pathOrUrl: string): void {
    this.#extraIslands.push(
      pathOrUrl.startsWith("file:") ? pathOrUrl : resolve(this.#options.root, pathOrUrl),
    );
  }

  /** Changes static files while they are built; what the callback returns is served and hashed instead. */
  onTransformStaticFile(options: OnTransformOptions, run: StaticTransform["run"]): void {
    this.#transforms.push({ ...options, run });
  }

  get #resolved(): ResolvedBuilderOptions {
    return { ...this.#options, extraIslands: this.#extraIslands, transforms: this.#transforms };
  }

  /** Builds to `outDir`, or with `snapshot: "memory"` into this process; the result gives the build to an app. */
  async build(options: BuildOptions = {}): Promise<ApplySnapshot> {
    const { mode = "production", snapshot: place = "disk" } = options;
    const plan = await planBuild(this.#resolved, mode);
    if (place === "disk") {
      await writeBuild(plan, this.#resolved);
      return () => {};
    }
    const snapshot = await memorySnapshot(plan, this.#resolved, mode);
    return (app) => applySnapshot(app, snapshot);
  }

  /** Serves the app and, when a file changes, serves it anew and reloads the browsers that show it. */
  async listen<State>(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    if (!isServingProcess()) {
      await superviseServer(this.#options.root, [this.#options.outDir]);
      return;
    }
    const plan = await planBuild(this.#resolved, "development");
    const imported = await importApp();
    const app = "app" in imported ? imported.app : imported;
    await serveReloading(
      app,
      (pageScript) => memorySnapshot(plan, this.#resolved, "development", pageScript),
      options,
    );
  }
}
