/** The ClickHouse engine as a library: chDB, from the engine folder that `deno task start` fills. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Beside the sources and not among the dependencies: an image that talks to servers never carries it. */
export const ENGINE_DIR: string = fileURLToPath(new URL("../../../../../.engine", import.meta.url));

/** One connection to the data folder, with settings and parameters of its own. */
export interface Session {
  /** Several statements may stand in the text; the result is the last one's. */
  queryAsync(sql: string, options: { readonly format: string }): Promise<SessionResult>;
  /** Parts of a result as they come. */
  queryStream(sql: string, options: { readonly format: string }): AsyncIterable<{ raw(): Uint8Array }>;
  close(): void;
}

interface SessionResult {
  bytes(): Uint8Array;
}

interface Library {
  readonly Session: new (path: string) => Session;
}

/** Opens connections to one data folder; the engine binds a process to one folder for its life. */
export function loadLibrary(dataDir: string): () => Session {
  const { Session } = createRequire(join(ENGINE_DIR, "package.json"))("chdb") as Library;
  return () => new Session(dataDir);
}
