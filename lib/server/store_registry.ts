/** Every store, in one list: opening, health, the catalogue and routing follow it. */
import type { StoreName, STORES } from "@/compiler/schema/vocabulary.ts";
import { metadata } from "@/lib/server/metadata/mod.ts";
import { analytical } from "@/lib/server/stores/clickhouse/mod.ts";
import type { OpenedStore, StoreDefinition } from "@/lib/server/stores/definition.ts";
import { live } from "@/lib/server/stores/live/mod.ts";
import { keyValue } from "@/lib/server/stores/redis/mod.ts";

/** The parts that stores with tables play: a name without its part, or a part without its store, does not type-check. */
type Part = (typeof STORES)[StoreName]["role"];

export const STORE_DEFINITIONS = { metadata, live, keyValue, analytical } satisfies
  & Readonly<Record<Part, StoreDefinition<unknown>>>
  & { readonly metadata: StoreDefinition<unknown> };

export type StoreRole = keyof typeof STORE_DEFINITIONS;

type Opened = {
  readonly [Role in StoreRole]: (typeof STORE_DEFINITIONS)[Role] extends StoreDefinition<infer Store> ? Store
    : never;
};

export interface Stores extends Opened {
  /** Writers of the embedded engines: only those may the pipeline fill from here. */
  readonly embedded: { readonly [Role in StoreRole]?: OpenedStore<unknown>["writer"] };
  /** Closes everything; safe to call twice. */
  close(): Promise<void>;
}
