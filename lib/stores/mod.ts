/** Opens every store of a configuration: embedded engines by default, servers where an address is set. */
import type { KeyValueStore, SqlStore, SqlWriter } from "./types.ts";
import type { Metadata } from "./metadata/types.ts";

export interface Stores {
  readonly analytical: SqlStore;
  readonly live: SqlStore;
  readonly keyValue: KeyValueStore;
  readonly metadata: Metadata;
  /** Present for the engines that run inside this process: only then may the pipeline fill them from here. */
  readonly embedded: {
    readonly analyticalWriter?: () => SqlWriter;
    readonly liveWriter?: () => SqlWriter;
  };
  /** Closes everything; safe to call twice. */
  close(): Promise<void>;
}

export type { Metadata, Repositories } from "./metadata/types.ts";
