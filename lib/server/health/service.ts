import type { SchemaRegistry } from "@/lib/server/catalog/registry.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { within } from "@/lib/server/deadline.ts";
import { STORE_DEFINITIONS, type StoreRole } from "@/lib/server/store_registry.ts";
import type { HealthReport } from "./schema.ts";

const DEADLINE_MS = 2_000;

type Check = HealthReport["checks"][string];

interface Probe {
  readonly name: string;
  readonly required: boolean;
  run(signal: AbortSignal): Promise<unknown>;
}

export function createHealth({ stores, log }: ServiceContext, registry: SchemaRegistry) {
  const probes: readonly Probe[] = [
    ...Object.entries(STORE_DEFINITIONS).map(([role, { check, required }]) => ({
      name: check,
      required,
      run: (signal: AbortSignal) => stores[role as StoreRole].ping(signal),
    })),
    { name: "schema", required: true, run: () => registry.tables() },
  ];

  async function check({ name, run }: Probe): Promise<Check> {
    const started = performance.now();
    const stop = new AbortController();
    const onExpire = () => {
      stop.abort(new DOMException("The check took too long.", "TimeoutError"));
      throw stop.signal.reason;
    };
    const status = await within(run(stop.signal), { timeoutMs: DEADLINE_MS, onExpire })
      .then(() => "ok" as const, (error) => {
        log.warn("health check failed", { check: name, error });
        return stop.signal.aborted ? "stalled" as const : "down" as const;
      });
    return { status, latency_ms: Math.round(performance.now() - started) };
  }

  return {
    live: (): HealthReport => ({ status: "ok", checks: {} }),

    async ready(): Promise<HealthReport> {
      const found = await Promise.all(probes.map(async (probe) => ({ ...probe, ...await check(probe) })));
      const down = found.filter(({ status }) => status !== "ok");
      return {
        status: down.length === 0 ? "ok" : down.some(({ required }) => required) ? "down" : "degraded",
        checks: Object.fromEntries(
          found.map(({ name, status, latency_ms }) => [name, { status, latency_ms }]),
        ),
      };
    },
  };
}
