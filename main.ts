/**
 * The composition root: the only place that reads the configuration, opens stores and puts services and app together.
 * With the embedded engines it also fills them with the sample market and keeps that moving (`--no-live` does not).
 */
import { createApp } from "@/app.ts";
import { SAMPLE_USERS } from "@/lib/server/sample/users.ts";
import { readConfig } from "@/lib/server/config.ts";
import { createActivity } from "@/lib/server/http/middlewares/activity.ts";
import { createLog } from "@/lib/server/log.ts";
import { createLineWriter } from "@/lib/server/log_lines.ts";
import { createServices } from "@/lib/server/services.ts";
import { openStores } from "@/lib/server/open_stores.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import { seedWorkspace } from "@/lib/server/templates/workspace.ts";

const DRAIN_MS = 10_000;

export const config = await readConfig();
const atTerminal = config.environment === "development" && Deno.stdout.isTerminal();
const lines = createLineWriter(Deno.stdout);
const log = createLog(config.logLevel, lines.write, () => new Date(), atTerminal ? "plain" : "json");
const stores = await openStores(config);
const market = await startSampleMarket();
const services = createServices({ config, stores, log });
if (config.environment === "development") await addSampleWorkspaces();
// The first visitor finds the tables known already.
const health = await services.health.ready();
if (health.status !== "ok") log.warn("starting without all stores", { ...health.checks });

const activity = createActivity();
export const app = createApp({ services, config, log, activity });

/** Becomes unready, lets running requests finish, then closes everything. Safe to call twice. */
export function shutdown(): Promise<void> {
  return closing ??= (async () => {
    log.info("shutting down");
    await services.close();
    await activity.idle(DRAIN_MS);
    await market?.stop();
    await stores.close();
    await lines.drain();
  })();
}
let closing: Promise<void> | undefined;

globalThis.addEventListener("unload", lines.flush);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.addSignalListener(signal, () => void shutdown().finally(() => Deno.exit(0)));
}

async function startSampleMarket() {
  const { analytical, live } = stores.embedded;
  if (!analytical || !live) return null;
  const { sampleDataExists, seedSampleData, startLive, writeLatestStored } = await import(
    "@/pipeline/mod.ts"
  );
  const writers = { analytical: analytical(), live: live() };
  if (!await sampleDataExists(writers)) {
    reportProgress(0);
    await seedSampleData(writers, { untilMs: Date.now(), onProgress: reportProgress });
  }
  await writeLatestStored(writers, stores.keyValue)
    .catch((error) => log.warn("the latest of the sample market was not written", { error }));
  if (Deno.args.includes("--no-live")) return null;
  const onError = (error: unknown) => log.warn("the live generator missed a tick", { error });
  return await startLive(writers, stores.keyValue, { now: Date.now, seed: Date.now(), onError });
}

/** At a terminal the line counts up in place; elsewhere every step is an entry. */
function reportProgress(fraction: number): void {
  const percent = Math.round(fraction * 100);
  if (!atTerminal) return log.info("seeding the sample market", { percent });
  const line = `\rSeeding the sample market: ${percent} %${percent === 100 ? "\n" : ""}`;
  Deno.stdout.writeSync(new TextEncoder().encode(line));
}

async function addSampleWorkspaces(): Promise<void> {
  await seedSampleTenants(stores.metadata);
  for (const who of SAMPLE_USERS.filter(({ role }) => role === "admin")) {
    const granted = await stores.metadata.repositories(who.tenantId).entitlements.get();
    const symbols = granted === null || granted.symbols === "all"
      ? ["AAPL", "MSFT", "NVDA"]
      : granted.symbols;
    if (symbols.length > 0) await seedWorkspace(services, who, symbols);
  }
}
