import { fileURLToPath } from "node:url";
import { isModule, isRouteFile, isRouteIsland, listFiles } from "./crawl.ts";
import { type Bundle, bundleIslands } from "./bundle.ts";
import { type Bytes, hashOf } from "./static_assets.ts";

export interface ResolvedBuilderOptions {
  readonly root: string;
  readonly target: string | string[];
  readonly serverEntry: string;
  readonly outDir: string;
  readonly staticDir: string;
  readonly islandDir: string;
  readonly routeDir: string;
  readonly ignore: readonly RegExp[];
  readonly extraIslands: readonly string[];
}

/** Everything a build found and made, before it goes to memory or disk. */
export interface BuildPlan {
  /** Paths below the routes folder. */
  readonly routes: readonly string[];
  /** Absolute paths. */
  readonly islands: readonly string[];
  readonly bundle: Bundle | null;
  readonly staticFiles: ReadonlyMap<string, Bytes>;
}

// Files and folders with a leading dot are an editor's or the system's, apart from the registered one.
const HIDDEN = /(?:^|\/)\.(?!well-known(?:\/|$))/;

export async function planBuild(
  options: ResolvedBuilderOptions,
  mode: "development" | "production",
): Promise<BuildPlan> {
  const [routeFiles, islandFiles, staticPaths] = await Promise.all([
    listFiles(options.routeDir, options.ignore),
    listFiles(options.islandDir, options.ignore),
    listFiles(options.staticDir, options.ignore),
  ]);
  const islands = [
    // Folders inside the islands folder hold the parts an island is made of.
    ...islandFiles.filter((path) => isModule(path) && !path.includes("/")).map((path) =>
      `${options.islandDir}/${path}`
    ),
    ...routeFiles.filter(isRouteIsland).map((path) => `${options.routeDir}/${path}`),
    ...options.extraIslands.map((path) => path.startsWith("file:") ? fileURLToPath(path) : path),
  ];
  const staticFiles = new Map(
    await Promise.all(
      staticPaths.filter((path) => !HIDDEN.test(path)).map(async (path) =>
        [`/${path}`, await Deno.readFile(`${options.staticDir}/${path}`)] as const
      ),
    ),
  );
  const assetHashes = Object.fromEntries(
    await Promise.all([...staticFiles].map(async ([path, bytes]) => [path, await hashOf(bytes)] as const)),
  );
  const bundle = islands.length === 0
    ? null
    : await bundleIslands({ root: options.root, islands, target: options.target, mode, assetHashes });
  return { routes: routeFiles.filter(isRouteFile), islands, bundle, staticFiles };
}

/** The name an island has in messages: its file's, without the extension. */
export function islandName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}
