/** The analytical store: ClickHouse as a server, or its engine in a process beside this one. */
import { join } from "node:path";
import type { StoreDefinition } from "../definition.ts";
import { limitsOf } from "../profiles.ts";
import type { SqlStore } from "../types.ts";
import { startEmbeddedClickHouse } from "./embedded.ts";
import { openClickHouseServer } from "./server.ts";
import { openWriter } from "./writer.ts";

const FOLDER = "clickhouse";

export const analytical: StoreDefinition<SqlStore> = {
  check: "analytical",
  required: false,
  data: { folder: FOLDER, engine: "clickhouse" },
  isEmbedded: ({ clickhouse }) => clickhouse === undefined,
  async open(config) {
    const limits = limitsOf(config);
    if (config.clickhouse) {
      const store = openClickHouseServer(config.clickhouse, limits);
      return { store, close: store.close };
    }
    const engine = await startEmbeddedClickHouse(join(config.dataDir, FOLDER));
    const store = openClickHouseServer(engine.addresses.reader, limits);
    return {
      store,
      writer: () => openWriter(engine.addresses.writer),
      async close() {
        await store.close();
        await engine.close();
      },
    };
  },
};
