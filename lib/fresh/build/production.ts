/** What a built server entry calls: puts a build from disk into the app. */
import { fileURLToPath } from "node:url";
import { type App, applySnapshot } from "../app.ts";
import type { Handler } from "../compile.ts";
import type { RouteModule, StaticFile } from "../types.ts";
import type { BundledEntry } from "./bundle.ts";
import { createSnapshot } from "./snapshot.ts";
import type { Bytes, Encoding } from "./static_assets.ts";

export interface DiskFile {
  readonly path: string;
  readonly hash: string;
  readonly contentType: string;
  readonly immutable: boolean;
  readonly encodings: readonly Encoding[];
}

export interface DiskManifest {
  readonly files: readonly DiskFile[];
  readonly boot: BundledEntry | null;
  readonly routes: readonly string[];
  readonly islands: readonly { readonly name: string; readonly entry: BundledEntry }[];
}

interface LoadedModules {
  readonly root: URL;
  readonly files: URL;
  readonly routes: readonly RouteModule[];
  readonly islands: readonly Readonly<Record<string, unknown>>[];
}

/** Files up to this size stay in memory once read. */
const LARGEST_KEPT_BYTES = 1_048_576;

export function startBuild<State>(app: App<State>, manifest: DiskManifest, loaded: LoadedModules): Handler {
  const folder = fileURLToPath(loaded.files);
  applySnapshot(
    app,
    createSnapshot({
      root: fileURLToPath(loaded.root).replace(/(?<=.)\/$/, ""),
      mode: "production",
      routes: manifest.routes.map((path, index) => ({ path, module: loaded.routes[index]! })),
      islands: manifest.islands.map((island, index) => ({ ...island, module: loaded.islands[index]! })),
      boot: manifest.boot,
      staticFiles: new Map(manifest.files.map((file) => [file.path, diskFile(folder, file)])),
    }),
  );
  return app.handler();
}

function diskFile(folder: string, file: DiskFile): StaticFile {
  const kept = new Map<string, Bytes>();
  return {
    ...file,
    async read(encoding) {
      const path = folder + file.path + (encoding === "identity" ? "" : `.${encoding}`);
      const ready = kept.get(path);
      if (ready) return ready;
      const bytes = await Deno.readFile(path);
      if (bytes.byteLength <= LARGEST_KEPT_BYTES) kept.set(path, bytes);
      return bytes;
    },
  };
}
