/** The analytical store: ClickHouse as a server, or its engine inside this process. */
import { join } from "node:path";
import { limitsOf, type StoreDefinition } from "../definition.ts";
import type { SqlStore } from "../types.ts";
import { openEmbeddedClickHouse } from "./embedded.ts";
import { loadEngine } from "./engine.ts";
import { openClickHouseServer } from "./server.ts";

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
    const { store, writer } = openEmbeddedClickHouse(loadEngine(join(config.dataDir, FOLDER)), limits);
    // The first connection opens the data folder, which takes longest: better now than under the first caller.
    await store.ping();
    return { store, writer, close: store.close };
  },
};
