/** The embedded stores in a temporary folder, opened from prepared data so that it takes a moment only. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AppConfig, loadConfig } from "@/lib/server/config.ts";
import { startPglite } from "@/lib/server/stores/pglite/server.ts";
import { openStores } from "@/lib/server/open_stores.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { run } from "./processes.ts";

interface TestStores {
  readonly stores: Stores;
  readonly config: AppConfig;
  /** Closes the stores and removes their folder. */
  close(): Promise<void>;
}

const TEMPLATE = fileURLToPath(new URL("../../.cache/pglite-template", import.meta.url));
const SECRET_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0-tests-only";

/** `settings` are environment settings on top of the embedded defaults. */
export async function openTestStores(settings: Readonly<Record<string, string>> = {}): Promise<TestStores> {
  const dataDir = await Deno.makeTempDir({ prefix: "flowforge-stores-" });
  const config = loadConfig({ APP_ENV: "test", SECRET_KEY, FLOWFORGE_DATA: dataDir, ...settings });
  const removeData = () => Deno.remove(dataDir, { recursive: true });
  try {
    if (!config.databaseUrl) await copyPglite(join(dataDir, "metadata"));
    if (!config.materializeUrl) await copyPglite(join(dataDir, "live"));
    const stores = await openStores(config);
    return {
      stores,
      config,
      async close() {
        await stores.close();
        await removeData();
      },
    };
  } catch (error) {
    await removeData();
    throw error;
  }
}

/** An empty, initialised data folder of the embedded PostgreSQL. */
export async function copyPglite(target: string): Promise<void> {
  await ensureTemplate();
  await run("cp", ["-r", TEMPLATE, target]);
}

/** Made once on a machine; of two processes that make it at once either result will do. */
async function ensureTemplate(): Promise<void> {
  if (await exists(TEMPLATE)) return;
  const folder = await Deno.makeTempDir({ prefix: "pglite-", dir: await cacheDir() });
  const server = await startPglite(join(folder, "data"));
  await server.close();
  await Deno.rename(join(folder, "data"), TEMPLATE).catch(async (error) => {
    if (!await exists(TEMPLATE)) throw error;
  });
  await Deno.remove(folder, { recursive: true });
}

async function cacheDir(): Promise<string> {
  const dir = join(TEMPLATE, "..");
  await Deno.mkdir(dir, { recursive: true });
  return dir;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
