import { fileURLToPath } from "node:url";
import { isModule, isRouteFile, isRouteIsland, listFiles } from "./crawl.ts";
import { type Bundle, bundleIslands, type SourceMapOptions } from "./bundle.ts";
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
  readonly sourceMap?: SourceMapOptions;
  readonly extraIslands: readonly string[];
  readonly transforms: readonly StaticTransform[];
}

export interface OnTransformOptions {
  readonly pluginName: string;
  /** Tested against the file's absolute path. */
  readonly filter: RegExp;
}

interface OnTransformArgs {
  readonly path: string;
  readonly target: string | string[];
  readonly text: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly mode: "development" | "production";
}

export interface StaticTransform extends OnTransformOptions {
  readonly run: (
    args: OnTransformArgs,
  ) =>
    | Promise<{ readonly content: string | Uint8Array } | void>
    | { readonly content: string | Uint8Array }
    | void;
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
    listFiles(options.staticDir),
  ]);
  const islands = [
    ...islandFiles.filter(isModule).map((path) => `${options.islandDir}/${path}`),
    ...routeFiles.filter(isRouteIsland).map((path) => `${options.routeDir}/${path}`),
    ...options.extraIslands.map((path) => path.startsWith("file:") ? fileURLToPath(path) : path),
  ];
  const staticFiles = new Map(
    await Promise.all(
      staticPaths.filter((path) => !HIDDEN.test(path)).map(async (path) =>
        [`/${path}`, await readStatic(`${options.staticDir}/${path}`, options, mode)] as const
      ),
    ),
  );
  const assetHashes = Object.fromEntries(
    await Promise.all([...staticFiles].map(async ([path, bytes]) => [path, await hashOf(bytes)] as const)),
  );
  const bundle = islands.length === 0 ? null : await bundleIslands({
    root: options.root,
    islands,
    target: options.target,
    mode,
    sourceMap: options.sourceMap,
    assetHashes,
  });
  return { routes: routeFiles.filter(isRouteFile), islands, bundle, staticFiles };
}

async function readStatic(
  path: string,
  { transforms, target }: ResolvedBuilderOptions,
  mode: OnTransformArgs["mode"],
): Promise<Bytes> {
  let content = await Deno.readFile(path);
  for (const { filter, run } of transforms) {
    if (path.search(filter) < 0) continue;
    const text = new TextDecoder().decode(content);
    const result = await run({ path, target, text, content, mode });
    if (!result) continue;
    content = typeof result.content === "string"
      ? new TextEncoder().encode(result.content)
      : new Uint8Array(result.content);
  }
  return content;
}

/** The name an island has in messages: its file's, without the extension. */
export function islandName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}
