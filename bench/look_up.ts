import { join } from "node:path";
import type { HandedTable } from "@/compiler/schema/types.ts";
import { createLookUps } from "@/lib/server/stores/redis/look_ups.ts";
import { openRedis } from "@/lib/server/stores/redis/server.ts";
import { type Figure, median, ms, quantile } from "./figures.ts";

const ROUNDS = 2_000;
const TARGET_MS = 1;
const SYMBOLS = ["AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "TSLA", "META", "JPM", "BAC", "GS"];
const FIELDS = {
  event_time: "2026-11-20T10:00:00.000Z",
  bid: "191.250000",
  ask: "191.260000",
  bid_size: "100.0000",
  ask_size: "200.0000",
  mid: "191.255000",
  spread_bps: "0.523",
};

const quotesOf = (symbols: readonly string[]): HandedTable => ({
  database: "latest",
  table: "quote",
  store: "redis",
  symbols,
  columns: [
    { name: "symbol", type: "string", nullable: false, param: "p1" },
    { name: "bid", type: "decimal", nullable: true, precision: 18, scale: 6, param: "p2" },
    { name: "event_time", type: "datetime", nullable: true, param: "p3" },
  ],
});

/** Rows of a look-up, read and typed, beside a bare PING of the same Redis. */
export async function benchLookUp(): Promise<Figure[]> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-bench-" });
  const socket = join(folder, "redis.sock");
  const args = ["--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder];
  const server = new Deno.Command("redis-server", { args, stdout: "null", stderr: "null" }).spawn();
  while (!await Deno.stat(socket).then(() => true, () => false)) {
    await new Promise((go) => setTimeout(go, 20));
  }
  const store = await openRedis(socket);
  const lookUps = createLookUps(store);
  try {
    for (const symbol of SYMBOLS) await store.setHash(`latest:quote:${symbol}`, FIELDS);
    const pings = await times(() => store.ping());
    const figures: Figure[] = [];
    for (const symbols of [SYMBOLS.slice(0, 1), SYMBOLS]) {
      const found = await times(() => lookUps.rows(quotesOf(symbols), { profile: "widget" }));
      figures.push({
        what: `latest.quote of ${symbols.length}, median of ${ROUNDS}`,
        measured: ms(median(found)),
        beside: `p99 ${ms(quantile(found, 0.99))}, PING ${ms(median(pings))}`,
        target: `${TARGET_MS} ms`,
        met: median(found) < TARGET_MS,
      });
    }
    return figures;
  } finally {
    await store.close();
    server.kill();
    await server.status;
    await Deno.remove(folder, { recursive: true });
  }
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = -100; round < ROUNDS; round++) {
    const started = performance.now();
    await work();
    if (round >= 0) taken.push(performance.now() - started);
  }
  return taken;
}
