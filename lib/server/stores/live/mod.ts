/** The live store: Materialize as a server, or PGlite in a process beside this one. */
import { join } from "node:path";
import type { StoreDefinition } from "../definition.ts";
import { limitsOf } from "../profiles.ts";
import { openOverPglite } from "../pglite/over.ts";
import type { SqlStore } from "../types.ts";
import { openEmbeddedLive } from "./embedded.ts";
import { openLiveServer } from "./server.ts";

const FOLDER = "live";

export const live: StoreDefinition<SqlStore> = {
  check: "live",
  required: false,
  data: { folder: FOLDER, engine: "pglite" },
  isEmbedded: ({ materializeUrl }) => materializeUrl === undefined,
  async open(config) {
    const limits = limitsOf(config);
    if (config.materializeUrl) {
      const store = openLiveServer(config.materializeUrl, limits);
      return { store, close: store.close };
    }
    return await openOverPglite(join(config.dataDir, FOLDER), {}, async (server) => {
      const { store, writer } = await openEmbeddedLive(server, limits);
      return { store, writer, close: store.close };
    });
  },
};
