import type { ServiceContext } from "@/lib/server/context.ts";
import type { SchemaRegistry } from "@/lib/server/catalog/registry.ts";
import type { HealthReport, Services } from "@/lib/server/types.ts";

const DEADLINE_MS = 2_000;

/** Without these nothing works; without the others some tiles fail and the rest lives. */
const REQUIRED: ReadonlySet<string> = new Set(["metadata", "schema"]);

type Check = HealthReport["checks"][string];

export function createHealth(context: ServiceContext, registry: SchemaRegistry): Services["health"] {
  const { analytical, live, keyValue, metadata } = context.stores;
  const probes: Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>> = {
    metadata: (signal) => metadata.ping(signal),
    schema: () => registry.tables(),
    analytical: (signal) => analytical.ping(signal),
    live: (signal) => live.ping(signal),
    key_value: () => keyValue.ping(),
  };

  async function check(name: string, probe: (signal: AbortSignal) => Promise<unknown>): Promise<Check> {
    const started = performance.now();
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    const status = await Promise.race([probe(signal), late]).then(() => "ok" as const, (error) => {
      context.log.warn("health check failed", { check: name, error });
      return "down" as const;
    });
    return { status, latency_ms: Math.round(performance.now() - started) };
  }

  return {
    live: () => ({ status: "ok", checks: {} }),
    async ready() {
      const entries = await Promise.all(
        Object.entries(probes).map(async ([name, probe]) => [name, await check(name, probe)] as const),
      );
      const down = entries.filter(([, { status }]) => status === "down").map(([name]) => name);
      const status = down.length === 0 ? "ok" : down.some((name) => REQUIRED.has(name)) ? "down" : "degraded";
      return { status, checks: Object.fromEntries(entries) };
    },
  };
}
