/** The metadata store: PostgreSQL as a server, or PGlite in a process beside this one. */
import { join } from "node:path";
import type { StoreDefinition } from "@/lib/server/stores/definition.ts";
import { openOverPglite } from "@/lib/server/stores/pglite/over.ts";
import { type Metadata, openMetadata } from "./open.ts";

const FOLDER = "metadata";
/** Callers have left long before: no statement on the metadata takes a tenth of this. */
const STUCK_AFTER_MS = 30_000;

export const metadata: StoreDefinition<Metadata> = {
  check: "metadata",
  required: true,
  data: { folder: FOLDER, engine: "pglite" },
  isEmbedded: ({ databaseUrl }) => databaseUrl === undefined,
  async open({ databaseUrl, dataDir }) {
    if (databaseUrl) {
      const store = await openMetadata({ url: databaseUrl });
      return { store, close: store.close };
    }
    const options = { stuckAfterMs: STUCK_AFTER_MS };
    return await openOverPglite(join(dataDir, FOLDER), options, async (server) => {
      const store = await openMetadata(server);
      return { store, close: store.close };
    });
  },
};
