import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DiskFile, DiskManifest } from "./production.ts";
import { contentTypeOf } from "./content_types.ts";
import { type BuildPlan, islandName, type ResolvedBuilderOptions } from "./plan.ts";
import { type Bytes, compress, ENCODINGS, hashOf, isWorthCompressing } from "./static_assets.ts";

/** Writes a build: static files and bundles with their compressed forms, a manifest, and the server's entry. */
export async function writeBuild(plan: BuildPlan, options: ResolvedBuilderOptions): Promise<void> {
  const { outDir } = options;
  await Deno.remove(outDir, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  const filesFolder = `${outDir}/static`;
  const { bundle } = plan;
  const files: DiskFile[] = await Promise.all([
    ...[...plan.staticFiles].map(([path, bytes]) => writeFile(filesFolder, path, bytes, false)),
    ...[...bundle?.files ?? []].map(([path, bytes]) => writeFile(filesFolder, path, bytes, true)),
  ]);
  const manifest: DiskManifest = {
    files,
    boot: bundle?.boot ?? null,
    routes: plan.routes,
    islands: plan.islands.map((path) => ({
      name: islandName(path),
      entry: bundle?.islands.get(path) ?? { url: "", preload: [] },
    })),
  };
  await Deno.mkdir(outDir, { recursive: true });
  await Deno.writeTextFile(`${outDir}/manifest.json`, JSON.stringify(manifest, null, 2) + "\n");
  await Deno.writeTextFile(`${outDir}/server.js`, serverEntry(plan, options));
}

async function writeFile(folder: string, path: string, bytes: Bytes, immutable: boolean): Promise<DiskFile> {
  const target = `${folder}${path}`;
  await Deno.mkdir(dirname(target), { recursive: true });
  await Deno.writeFile(target, bytes);
  const encodings = isWorthCompressing(path, bytes) ? ENCODINGS : [];
  await Promise.all(
    encodings.map(async (encoding) =>
      Deno.writeFile(`${target}.${encoding}`, await compress(bytes, encoding, 11))
    ),
  );
  return { path, hash: await hashOf(bytes), contentType: contentTypeOf(path), immutable, encodings };
}

function serverEntry(plan: BuildPlan, options: ResolvedBuilderOptions): string {
  const from = (path: string) => {
    const found = relative(options.outDir, path).replaceAll("\\", "/");
    return JSON.stringify(found.startsWith(".") ? found : `./${found}`);
  };
  const production = fileURLToPath(new URL("./production.ts", import.meta.url));
  const routes = plan.routes.map((path) => `${options.routeDir}/${path}`);
  const importAll = (name: string, paths: readonly string[]) =>
    paths.map((path, index) => `import * as ${name}${index} from ${from(path)};`);
  return [
    "// Written by the build.",
    `import { app } from ${from(options.serverEntry)};`,
    `import { startBuild } from ${from(production)};`,
    `import manifest from "./manifest.json" with { type: "json" };`,
    ...importAll("route", routes),
    ...importAll("island", plan.islands),
    "",
    "const handler = startBuild(app, manifest, {",
    `  root: new URL(${from(options.root).replace(/"$/, '/"')}, import.meta.url),`,
    `  files: new URL("./static", import.meta.url),`,
    `  routes: [${routes.map((_, index) => `route${index}`).join(", ")}],`,
    `  islands: [${plan.islands.map((_, index) => `island${index}`).join(", ")}],`,
    "});",
    "",
    "export default { fetch: handler };",
    "",
  ].join("\n");
}
