/** The ClickHouse engine inside this process: chDB, from the engine folder that `deno task start` fills. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClickHouseClient } from "@clickhouse/client";
import { createClient } from "@clickhouse/client";
import { StoreError } from "@/lib/server/errors.ts";

type ConnectionOption = NonNullable<Parameters<typeof createClient>[0]>["connection"];

interface ConnectionModule {
  createChdbConnection(options: { readonly path: string }): ConnectionOption;
}

/** Beside the sources and not among the dependencies: an image that talks to servers never carries it. */
export const ENGINE_DIR: string = fileURLToPath(new URL("../../../../.engine", import.meta.url));

/** Makes connections to one data folder; the engine binds a process to one folder for its life. */
export function loadEngine(dataPath: string): () => ClickHouseClient {
  const { createChdbConnection } = requireEngine();
  return () => createClient({ connection: createChdbConnection({ path: dataPath }) });
}

function requireEngine(): ConnectionModule {
  try {
    return createRequire(join(ENGINE_DIR, "package.json"))("chdb/connection") as ConnectionModule;
  } catch (cause) {
    throw new StoreError(
      "store_unavailable",
      "Cannot open the embedded ClickHouse: the engine is not installed. " +
        "Run `deno run -A tasks/engine.ts`, or set CLICKHOUSE_URL.",
      { cause },
    );
  }
}
