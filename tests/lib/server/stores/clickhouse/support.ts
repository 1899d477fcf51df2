/** One embedded ClickHouse for a test, and what asks it without the store around. */
import { join } from "node:path";
import { type EmbeddedClickHouse, startEmbeddedClickHouse } from "@/lib/server/stores/clickhouse/embedded.ts";
import { type ClickHouseClient, openHttpClient } from "@/lib/server/stores/clickhouse/http_client.ts";

/** Computes for ever, block by block. */
export const ENDLESS =
  "SELECT sum(number) AS n FROM (SELECT number FROM numbers(2000000) AS a CROSS JOIN numbers(2000000) AS b)";

interface TestEngine {
  readonly engine: EmbeddedClickHouse;
  readonly reader: ClickHouseClient;
  readonly writer: ClickHouseClient;
  readonly dataDir: string;
  /** Statements of others that run now. */
  running(): Promise<number>;
}

export async function withEngine(work: (parts: TestEngine) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-engine-" });
  const dataDir = join(folder, "clickhouse");
  const engine = await startEmbeddedClickHouse(dataDir);
  const reader = openHttpClient(engine.addresses.reader);
  const writer = openHttpClient(engine.addresses.writer);
  const running = async () => Number(await text(writer, "SELECT count() - 1 FROM system.processes"));
  try {
    await work({ engine, reader, writer, dataDir, running });
  } finally {
    reader.close();
    writer.close();
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }
}

export async function text(client: ClickHouseClient, sql: string): Promise<string> {
  return new TextDecoder().decode(await client.send({ sql })).trimEnd();
}
