/** Deletes what the embedded engines hold. Servers given by an address are never touched. */
import { join } from "node:path";
import { readConfig } from "@/lib/server/config.ts";
import { lockDataDir } from "@/lib/server/stores/data_lock.ts";
import { STORE_DEFINITIONS } from "@/lib/server/store_registry.ts";

const config = await readConfig();
try {
  const unlock = await lockDataDir(config.dataDir);
  for (const { data } of Object.values(STORE_DEFINITIONS)) {
    if (data === undefined) continue;
    await Deno.remove(join(config.dataDir, data.folder), { recursive: true }).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
  unlock();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
console.log(`Removed the embedded data in ${config.dataDir}. The next start seeds it anew.`);
