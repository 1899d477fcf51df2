import type { Graph } from "@/compiler/schema/types.ts";
import { type Figure, ms, quantile } from "./figures.ts";
import { ANALYST, type BenchServer } from "./server.ts";

const ROUNDS = 60;
const HEAVY = 20;
const CACHED_FACTOR = 2;
const UNCACHED_FACTOR = 3;
const OTHER = { ...ANALYST, "X-Dev-Tenant": "tenant-b" };

const node = (id: string, type: string, config: Record<string, unknown>) =>
  ({ id, type, position: { x: 0, y: 0 }, config }) as Graph["nodes"][number];
const quotes = (id: string) => node(id, "data_source", { database: "flowforge", table: "raw_quotes" });

/** How the limits end a query. */
const ENDED: ReadonlySet<string> = new Set(["query_timeout", "query_memory", "busy"]);

/** Every quote beside every quote: about as much as the limits allow anybody. */
const PAIRS = {
  version: 1,
  nodes: [
    quotes("left"),
    quotes("right"),
    node("pairs", "join", { kind: "cross", keys: [], suffix: "_right" }),
    node("spread", "group_by", {
      keys: [],
      metrics: [{ function: "stddev", column: "bid", as: "spread" }],
    }),
  ],
  edges: [
    { source: "left", target: "pairs", port: "left" },
    { source: "right", target: "pairs", port: "right" },
    { source: "pairs", target: "spread" },
  ],
};

const TRADES = {
  version: 1,
  nodes: [
    node("source", "data_source", { database: "flowforge", table: "raw_trades" }),
    node("hourly", "group_by", {
      keys: [{ column: "symbol" }],
      metrics: [{ function: "avg", column: "price", as: "price" }],
    }),
  ],
  edges: [{ source: "source", target: "hourly" }],
};

/** What one tenant's heavy previews do to another tenant's, cached and not. */
export async function benchNeighbour(server: BenchServer): Promise<Figure[]> {
  let next = 1;
  const preview = (
    headers: Record<string, string>,
    graph: unknown,
    target: string,
    offset: number,
    signal?: AbortSignal,
  ) =>
    fetch(`${server.url}/api/v1/preview`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ graph, target_node_id: target, limit: 100, offset }),
      signal,
    });
  const light = async (offset: () => number) => {
    const times: number[] = [];
    for (let round = -5; round < ROUNDS; round++) {
      const started = performance.now();
      const response = await preview(OTHER, TRADES, "hourly", offset());
      if (!response.ok) {
        throw new Error(`A neighbour's preview answered ${response.status}: ${await response.text()}`);
      }
      await response.body?.cancel();
      if (round >= 0) times.push(performance.now() - started);
    }
    return quantile(times, 0.99);
  };
  const cached = () => light(() => 0);
  const uncached = () => light(() => next++);

  const idle = { cached: await cached(), uncached: await uncached() };
  const leave = new AbortController();
  /** Asks again when the limits have ended it, so that there are always as many. */
  const heavy = Array.from({ length: HEAVY }, async () => {
    while (!leave.signal.aborted) {
      const response = await preview(ANALYST, PAIRS, "spread", next++, leave.signal).catch(() => null);
      const { code } = await response?.json().catch(() => null) ?? {};
      // A graph that is refused before it runs would be no load at all.
      if (code !== undefined && !ENDED.has(code)) throw new Error(`A heavy preview was refused: ${code}.`);
    }
  });
  const beside = { cached: await cached(), uncached: await uncached() };
  leave.abort();
  await Promise.all(heavy);
  const figure = (what: "cached" | "uncached", factor: number): Figure => ({
    what: `${what} preview beside ${HEAVY} heavy ones of another tenant, 99th percentile`,
    measured: ms(beside[what]),
    beside: `idle ${ms(idle[what])}`,
    target: `${factor}× idle`,
    met: beside[what] < factor * idle[what],
  });
  return [figure("cached", CACHED_FACTOR), figure("uncached", UNCACHED_FACTOR)];
}
