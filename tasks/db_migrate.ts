/** Brings the metadata to the newest schema: opening the stores runs the migrations. */
import { readConfig } from "@/lib/server/config.ts";
import { openStores } from "@/lib/server/open_stores.ts";
import { ensureEngine } from "./engine.ts";

const config = await readConfig();
if (!config.clickhouse) await ensureEngine({ onProgress: (line) => console.log(line) });
const stores = await openStores(config);
await stores.close();
console.log(
  `The metadata in ${config.databaseUrl ? "DATABASE_URL" : config.dataDir} is at the newest schema.`,
);
Deno.exit(0);
