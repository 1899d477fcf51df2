/** How a store is opened and watched. Each store's folder exports one of these, and `store_registry.ts` lists them. */
import type { AppConfig } from "@/lib/server/config.ts";
import type { SqlWriter } from "./types.ts";

export interface StoreDefinition<Store> {
  /** What the health report calls it. */
  readonly check: string;
  /** True when nothing works without it; without the others some tiles fail and the rest lives. */
  readonly required: boolean;
  /** Where its embedded engine keeps data; nowhere for one that lives in memory. */
  readonly data?: { readonly folder: string; readonly engine: "clickhouse" | "pglite" };
  /** True when the configuration names no server for it. */
  isEmbedded(config: AppConfig): boolean;
  open(config: AppConfig): Promise<OpenedStore<Store>>;
}

/** An opened store and what closes the engine under it. */
export interface OpenedStore<Store> {
  readonly store: Store;
  /** Present for an embedded engine. */
  readonly writer?: () => SqlWriter;
  readonly close: () => Promise<void>;
}
