import { createRequire } from "node:module";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import { startEmbeddedClickHouse } from "@/lib/server/stores/clickhouse/embedded.ts";
import { ENGINE_DIR } from "@/lib/server/stores/clickhouse/engine/library.ts";
import { openClickHouseServer } from "@/lib/server/stores/clickhouse/server.ts";
import { decodeRows } from "@/lib/server/stores/clickhouse/row_binary.ts";
import { type Figure, median, ms } from "./figures.ts";

const ROUNDS = 1_000;
const TARGET_MS = 1;
const LIMITS = { rows: 100, timeoutMs: 30_000, memoryBytes: 1e9, rowsRead: 1e9 };
const SQL = "SELECT {p1:Int64} AS n";
const COLUMNS = [{ name: "n", type: "int64", nullable: false }] as const;

/** The smallest bound statement: through the engine's process, and through the same engine inside this one. */
export async function benchEngine(): Promise<Figure[]> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-bench-" });
  const engine = await startEmbeddedClickHouse(join(folder, "beside"));
  const store = openClickHouseServer(engine.addresses.reader, {
    preview: LIMITS,
    widget: LIMITS,
    export: LIMITS,
  });
  const inside = openInside(join(folder, "inside"));
  try {
    const [over, within]: [number[], number[]] = [[], []];
    for (let round = -100; round < ROUNDS; round++) {
      const first = await timed(() => throughProcess(round));
      const second = await timed(() => inside.ask(round));
      if (round >= 0) over.push(first), within.push(second);
    }
    const cost = median(over) - median(within);
    return [{
      what: `a bound value through the engine's process, median of ${ROUNDS}`,
      measured: ms(median(over)),
      beside: `the engine inside this process ${ms(median(within))}`,
      target: `${TARGET_MS} ms more`,
      met: cost < TARGET_MS,
    }];
  } finally {
    await store.close();
    await inside.close();
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }

  async function throughProcess(value: number): Promise<void> {
    const params = [{ name: "p1", type: "Int64", value }];
    await store.query({ sql: SQL, params, columns: COLUMNS, profile: "widget" });
  }
}

/** As the app did it before the engine had a process of its own. */
function openInside(path: string) {
  const { createChdbConnection } = createRequire(join(ENGINE_DIR, "package.json"))("chdb/connection");
  const client = createClient({ connection: createChdbConnection({ path }) });
  return {
    async ask(value: number): Promise<void> {
      const query = `${SQL}\nFORMAT RowBinaryWithNamesAndTypes`;
      const { stream } = await client.exec({ query, query_params: { p1: value } });
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      decodeRows(Buffer.concat(chunks), COLUMNS);
    },
    close: () => client.close(),
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
