import type { BuildSnapshot, RouteModule } from "../types.ts";
import { toFileUrl } from "./paths.ts";
import { type BuildPlan, islandName, type ResolvedBuilderOptions } from "./plan.ts";
import { createSnapshot } from "./snapshot.ts";
import { memoryFile } from "./static_assets.ts";

/** Loads what a plan names into this process. */
export async function memorySnapshot(
  plan: BuildPlan,
  options: ResolvedBuilderOptions,
  mode: "development" | "production",
  pageScript?: string,
): Promise<BuildSnapshot> {
  const { bundle } = plan;
  const [routes, islands, files] = await Promise.all([
    Promise.all(plan.routes.map(async (path) => ({
      path,
      module: await import(toFileUrl(`${options.routeDir}/${path}`)) as RouteModule,
    }))),
    Promise.all(plan.islands.map(async (path) => ({
      name: islandName(path),
      module: await import(toFileUrl(path)) as Record<string, unknown>,
      entry: bundle?.islands.get(path) ?? { url: "", preload: [] },
    }))),
    Promise.all([
      ...[...plan.staticFiles].map(async ([path, bytes]) =>
        [path, await memoryFile(path, bytes, false)] as const
      ),
      ...[...bundle?.files ?? []].map(async ([path, bytes]) =>
        [path, await memoryFile(path, bytes, true)] as const
      ),
    ]),
  ]);
  return createSnapshot({
    root: options.root,
    mode,
    routes,
    islands,
    boot: bundle?.boot ?? null,
    staticFiles: new Map(files),
    pageScript,
  });
}
