import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { importMapPlugin, readImportMap } from "./import_map.ts";
import type { Bytes } from "./static_assets.ts";

const BUNDLE_PATH = "/_fresh/js/";

/** Source maps of a production build, in esbuild's words; a development build has its own. */
export interface SourceMapOptions {
  kind: esbuild.BuildOptions["sourcemap"];
  sourceRoot?: string;
  sourcesContent?: boolean;
}

interface BundleInput {
  readonly root: string;
  /** Absolute path of each island file. */
  readonly islands: readonly string[];
  readonly target: string | string[];
  readonly mode: "development" | "production";
  readonly sourceMap?: SourceMapOptions;
  /** Content hashes of static files, for `asset()` in the browser. */
  readonly assetHashes: Readonly<Record<string, string>>;
}

export interface BundledEntry {
  readonly url: string;
  readonly preload: readonly string[];
}

export interface Bundle {
  readonly boot: BundledEntry;
  /** By absolute path of the island file. */
  readonly islands: ReadonlyMap<string, BundledEntry>;
  readonly files: ReadonlyMap<string, Bytes>;
}

const framework = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const BOOT = framework("islands/client.ts");

let running = 0;

/** One esbuild pass over all islands; what several share becomes chunks of its own. */
export async function bundleIslands(input: BundleInput): Promise<Bundle> {
  running++;
  try {
    return await bundle(input);
  } finally {
    // The service is a process of its own, which would outlive the build.
    if (--running === 0) await esbuild.stop();
  }
}

async function bundle(input: BundleInput): Promise<Bundle> {
  const map = await readImportMap(input.root);
  const entries = new Map([[BOOT, "boot"], ...input.islands.map((path) => [path, entryName(path)] as const)]);
  const production = input.mode === "production";
  const outdir = resolve(input.root, "_fresh", "js");
  const result = await esbuild.build({
    entryPoints: [...entries].map(([path, name]) => ({ in: path, out: name })),
    absWorkingDir: input.root,
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: input.target,
    minify: production,
    sourcemap: production ? input.sourceMap?.kind : "inline",
    sourceRoot: production ? input.sourceMap?.sourceRoot : undefined,
    sourcesContent: production ? input.sourceMap?.sourcesContent : undefined,
    jsx: "automatic",
    jsxImportSource: "preact",
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    define: { "process.env.NODE_ENV": JSON.stringify(input.mode) },
    logLevel: "silent",
    plugins: [
      assetHashesPlugin(input.assetHashes),
      importMapPlugin(map, {
        [framework("runtime.ts")]: framework("runtime_browser.ts"),
      }),
    ],
  });

  const outputs = result.metafile.outputs;
  const urlOf = (output: string) => BUNDLE_PATH + basename(output);
  const entryOf = (output: string): BundledEntry => ({
    url: urlOf(output),
    preload: chunksOf(output).map(urlOf),
  });
  const chunksOf = (output: string, found: Set<string> = new Set()): string[] => {
    for (const { path, kind } of outputs[output]?.imports ?? []) {
      if (kind !== "import-statement" || found.has(path)) continue;
      found.add(path);
      chunksOf(path, found);
    }
    return [...found];
  };

  const byEntry = new Map<string, BundledEntry>();
  for (const [output, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint) byEntry.set(resolve(input.root, entryPoint), entryOf(output));
  }
  const boot = byEntry.get(BOOT);
  if (!boot) throw new Error("Cannot bundle islands: the start script is missing from the output.");
  return {
    boot,
    islands: byEntry,
    files: new Map(
      result.outputFiles.map((file) => [BUNDLE_PATH + basename(file.path), new Uint8Array(file.contents)]),
    ),
  };
}

function entryName(path: string): string {
  const name = basename(path).replace(/\.[^.]+$/, "");
  const folder = basename(dirname(path));
  return `${folder === "islands" ? "" : `${folder}-`}${name}`.replace(/[^\w-]/g, "");
}

function assetHashesPlugin(hashes: Readonly<Record<string, string>>): esbuild.Plugin {
  return {
    name: "asset-hashes",
    setup(build) {
      build.onResolve({ filter: /^fresh:assets$/ }, ({ path }) => ({ path, namespace: "fresh-assets" }));
      build.onLoad({ filter: /.*/, namespace: "fresh-assets" }, () => ({
        contents: JSON.stringify(hashes),
        loader: "json",
      }));
    },
  };
}
