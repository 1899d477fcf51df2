/** The metadata store over each engine that it runs on. */
import { join } from "node:path";
import { type PostgresTarget } from "@/lib/server/stores/postgres/client.ts";
import { startPglite } from "@/lib/server/stores/pglite/server.ts";
import { startPostgres } from "./postgres.ts";
import { copyPglite } from "./stores.ts";

type Work = (target: PostgresTarget) => Promise<void>;

async function overPglite(work: Work): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-metadata-" });
  await copyPglite(join(folder, "metadata"));
  const server = await startPglite(join(folder, "metadata"));
  try {
    await work(server);
  } finally {
    await server.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function overPostgres(work: Work): Promise<void> {
  const server = await startPostgres();
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

/** By the engine's name; each run has an empty database. */
export const ENGINES: readonly (readonly [name: string, over: (work: Work) => Promise<void>])[] = [
  ["PGlite", overPglite],
  ["PostgreSQL", overPostgres],
];
