import type { BundledEntry } from "./bundle.ts";
import { registerIslandComponent } from "../islands/server.ts";
import type { BuildSnapshot, Island, RouteFile, StaticFile } from "../types.ts";

interface IslandModule {
  readonly name: string;
  readonly module: Readonly<Record<string, unknown>>;
  readonly entry: BundledEntry;
}

interface SnapshotParts {
  readonly root: string;
  readonly mode: "development" | "production";
  readonly routes: readonly RouteFile[];
  readonly islands: readonly IslandModule[];
  readonly boot: BundledEntry | null;
  readonly staticFiles: ReadonlyMap<string, StaticFile>;
  readonly pageScript?: string;
}

/** Every exported component of an island file is an island. */
export function createSnapshot(parts: SnapshotParts): BuildSnapshot {
  const islands = new Map<unknown, Island>();
  for (const { name, module, entry } of parts.islands) {
    for (const [exportName, component] of Object.entries(module)) {
      if (typeof component !== "function") continue;
      registerIslandComponent(component);
      islands.set(component, {
        name: exportName === "default" ? name : exportName,
        exportName,
        url: entry.url,
        preload: entry.preload,
      });
    }
  }
  return { ...parts, islands };
}
