/** Opens every store of a configuration: embedded engines by default, servers where an address is set. */
import { join } from "node:path";
import type { AppConfig } from "@/lib/server/config.ts";
import { lockDataDir } from "@/lib/server/stores/data_lock.ts";
import type { StoreDefinition } from "@/lib/server/stores/definition.ts";
import { preparePglite } from "@/lib/server/stores/pglite/prepare.ts";
import { STORE_DEFINITIONS, type StoreRole, type Stores } from "@/lib/server/store_registry.ts";

const DEFINITIONS = Object.entries(STORE_DEFINITIONS) as readonly [StoreRole, StoreDefinition<unknown>][];

/** Throws the first store's error when one cannot be opened; those that could are closed again. */
export async function openStores(config: AppConfig): Promise<Stores> {
  const folders = DEFINITIONS.flatMap(([, { data, isEmbedded }]) => data && isEmbedded(config) ? [data] : []);
  const unlock = folders.length > 0 ? await lockDataDir(config.dataDir) : () => {};
  const prepared = preparePglite(
    folders.filter(({ engine }) => engine === "pglite").map(({ folder }) => join(config.dataDir, folder)),
  );
  const results = await Promise.allSettled(DEFINITIONS.map(async ([role, definition]) => {
    if (definition.data?.engine === "pglite") await prepared;
    return [role, await definition.open(config)] as const;
  }));
  const opened = results.flatMap((result) => result.status === "fulfilled" ? [result.value] : []);
  let closing: Promise<void> | null = null;
  const close = () =>
    closing ??= Promise.allSettled(opened.map(([, one]) => one.close())).then(() => unlock());

  const failed = results.find((result) => result.status === "rejected");
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  return {
    ...Object.fromEntries(opened.map(([role, { store }]) => [role, store])) as unknown as Stores,
    embedded: Object.fromEntries(opened.flatMap(([role, { writer }]) => writer ? [[role, writer]] : [])),
    close,
  };
}
