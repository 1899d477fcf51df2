import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import type { Graph } from "@/compiler/schema/types.ts";
import { type Figure, median, ms, quantile } from "./figures.ts";
import { api, type BenchServer } from "./server.ts";

const ROUNDS = 60;
const OVERHEAD_TARGET_MS = 1.5;

/** A different threshold each time, so that no cache holds the rows. */
function graphWith(threshold: string): Graph {
  const node = (id: string, type: string, config: Record<string, unknown>) =>
    ({ id, type, position: { x: 0, y: 0 }, config }) as Graph["nodes"][number];
  return {
    version: 1,
    nodes: [
      node("source", "data_source", { database: "flowforge", table: "raw_trades" }),
      node("filter", "filter", {
        logic: "and",
        conditions: [{ column: "price", operator: ">", value: threshold }],
      }),
      node("notional", "formula", { as: "notional", expression: "ROUND([price] * [quantity], 2)" }),
      node("sort", "sort", { keys: [{ column: "event_time", direction: "desc" }] }),
      node("limit", "limit", { count: 100 }),
    ],
    edges: [
      { source: "source", target: "filter" },
      { source: "filter", target: "notional" },
      { source: "notional", target: "sort" },
      { source: "sort", target: "limit" },
    ],
  };
}

interface Compiled {
  readonly sql: string;
  readonly params: readonly { readonly name: string; readonly value: unknown }[];
}

/** A preview through HTTP, sign-in, compiler, router and decoding, beside its own SQL through the bare client. */
export async function benchPreview(server: BenchServer): Promise<Figure[]> {
  const { reader } = JSON.parse(await Deno.readTextFile(join(server.dataDir, "clickhouse.json")));
  const client = createClient({ url: reader.url, username: reader.user, password: reader.password });
  const app: number[] = [];
  const direct: number[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    const threshold = (100 + (round + 5) * 0.37).toFixed(2);
    const graph = graphWith(threshold);
    const { sql, params } = await api<Compiled>(server, "/api/v1/compile", {
      graph,
      target_node_id: "limit",
    });
    const query_params = Object.fromEntries(params.map(({ name, value }) => [name, value]));
    const viaClient = async () => {
      const started = performance.now();
      const result = await client.query({ query: sql, query_params, format: "JSONCompact" });
      await result.json();
      if (round >= 0) direct.push(performance.now() - started);
    };
    const viaApp = async () => {
      const started = performance.now();
      const result = await api<{ cache_hit: boolean; row_count: number }>(server, "/api/v1/preview", {
        graph,
        target_node_id: "limit",
      });
      if (result.cache_hit) throw new Error("Cannot compare: the rows came from the cache.");
      if (round >= 0) app.push(performance.now() - started);
    };
    // The second of two queries finds its pages in memory already, so they take turns at being first.
    await (round % 2 === 0 ? viaClient().then(viaApp) : viaApp().then(viaClient));
  }
  await client.close();
  const overhead = median(app) - median(direct);
  return [{
    what: `preview of 100 rows from 50,000, median of ${ROUNDS}`,
    measured: ms(median(app)),
    beside: `the same SQL through @clickhouse/client ${ms(median(direct))}, ${ms(overhead)} less`,
    target: `${OVERHEAD_TARGET_MS} ms more`,
    met: overhead < OVERHEAD_TARGET_MS,
  }, {
    what: "the same, 95th percentile",
    measured: ms(quantile(app, 0.95)),
    beside: ms(quantile(direct, 0.95)),
  }];
}
