/** Writes the sample market anew: seven days, or six months with --historical. */
import { readConfig } from "@/lib/server/config.ts";
import { openStores } from "@/lib/server/open_stores.ts";
import { seedSampleData } from "../pipeline/mod.ts";
import { ensureEngine } from "./engine.ts";

const HISTORICAL = { days: 182, trades: 630_000, quotes: 1_260_000 };

const config = await readConfig();
if (!config.clickhouse) await ensureEngine({ onProgress: (line) => console.log(line) });
const stores = await openStores(config);
const { analytical, live } = stores.embedded;
if (!analytical || !live) {
  console.error(
    "Cannot seed: CLICKHOUSE_URL or MATERIALIZE_URL is set, and their data belongs to the pipeline.",
  );
  await stores.close();
  Deno.exit(1);
}
const historical = Deno.args.includes("--historical");
const writers = { analytical: analytical(), live: live() };
let said = 0;
await seedSampleData(writers, {
  untilMs: Math.floor(Date.now() / 60_000) * 60_000,
  ...(historical ? HISTORICAL : {}),
  onProgress: (fraction) => {
    const percent = Math.floor(fraction * 10) * 10;
    if (percent > said) console.log(`Seeding the sample market: ${said = percent} %`);
  },
});
await writers.analytical.close();
await writers.live.close();
await stores.close();
console.log("The sample market is written.");
Deno.exit(0);
