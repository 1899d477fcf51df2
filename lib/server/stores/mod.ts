/** Opens every store of a configuration: embedded engines by default, servers where an address is set. */
import { join } from "node:path";
import type { AppConfig, QueryLimits } from "@/lib/server/config.ts";
import { openEmbeddedClickHouse } from "./clickhouse/embedded.ts";
import { loadEngine } from "./clickhouse/engine.ts";
import { openClickHouseServer } from "./clickhouse/server.ts";
import { lockDataDir } from "./data_lock.ts";
import { openEmbeddedLive } from "./live/embedded.ts";
import { openLiveServer } from "./live/server.ts";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import type { Metadata } from "@/lib/server/metadata/types.ts";
import { type PgliteOptions, type PgliteServer, startPglite } from "./pglite/server.ts";
import { preparePglite } from "./pglite/prepare.ts";
import { openMemoryKeyValue } from "./redis/memory.ts";
import { openRedis } from "./redis/server.ts";
import type { KeyValueStore, QueryProfile, SqlStore, SqlWriter } from "./types.ts";

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

/** Callers have left long before: no statement on the metadata takes a tenth of this. */
const STUCK_AFTER_MS = 30_000;

type Limits = Readonly<Record<QueryProfile, QueryLimits>>;

/** One opened store and what closes the engine under it. */
interface Opened<T> {
  readonly store: T;
  readonly writer?: () => SqlWriter;
  readonly close: () => Promise<void>;
}

export async function openStores(config: AppConfig): Promise<Stores> {
  const limits: Limits = { preview: config.preview, widget: config.page };
  const usesDataDir = !config.clickhouse || !config.databaseUrl || !config.materializeUrl;
  const unlock = usesDataDir ? await lockDataDir(config.dataDir) : () => {};
  // The embedded PostgreSQLs start in processes of their own while the ClickHouse engine loads here.
  const prepared = prepareFolders(config);
  const opening = [
    prepared.then(() => openTheMetadata(config)),
    prepared.then(() => openTheLive(config, limits)),
    openTheKeyValue(config),
  ] as const;
  const [metadata, live, keyValue, analytical] = await Promise.allSettled([
    ...opening,
    openTheAnalytical(config, limits),
  ]);
  const all = [metadata, live, keyValue, analytical];
  let closing: Promise<void> | null = null;
  const closeAll = async () => {
    const opened = all.flatMap((result) => result.status === "fulfilled" ? [result.value] : []);
    await Promise.allSettled(opened.map((one) => one.close()));
    unlock();
  };
  const close = () => closing ??= closeAll();

  if (
    metadata.status === "rejected" || live.status === "rejected" || keyValue.status === "rejected" ||
    analytical.status === "rejected"
  ) {
    await close();
    throw all.find((result) => result.status === "rejected")?.reason;
  }
  return {
    analytical: analytical.value.store,
    live: live.value.store,
    keyValue: keyValue.value.store,
    metadata: metadata.value.store,
    embedded: { analyticalWriter: analytical.value.writer, liveWriter: live.value.writer },
    close,
  };
}

function prepareFolders({ databaseUrl, materializeUrl, dataDir }: AppConfig): Promise<void> {
  return preparePglite([
    ...(databaseUrl ? [] : [join(dataDir, "metadata")]),
    ...(materializeUrl ? [] : [join(dataDir, "live")]),
  ]);
}

async function openTheMetadata({ databaseUrl, dataDir }: AppConfig): Promise<Opened<Metadata>> {
  if (databaseUrl) {
    const store = await openMetadata({ url: databaseUrl });
    return { store, close: store.close };
  }
  return await overPglite(join(dataDir, "metadata"), { stuckAfterMs: STUCK_AFTER_MS }, async (server) => {
    const store = await openMetadata(server);
    return { store, close: store.close };
  });
}

async function openTheLive(
  { materializeUrl, dataDir }: AppConfig,
  limits: Limits,
): Promise<Opened<SqlStore>> {
  if (materializeUrl) {
    const store = openLiveServer(materializeUrl, limits);
    return { store, close: store.close };
  }
  return await overPglite(join(dataDir, "live"), {}, async (server) => {
    const { store, writer } = await openEmbeddedLive(server, limits);
    return { store, writer, close: store.close };
  });
}

async function openTheKeyValue({ redisUrl }: AppConfig): Promise<Opened<KeyValueStore>> {
  const store = redisUrl ? await openRedis(redisUrl) : openMemoryKeyValue();
  return { store, close: store.close };
}

async function openTheAnalytical(
  { clickhouse, dataDir }: AppConfig,
  limits: Limits,
): Promise<Opened<SqlStore>> {
  if (clickhouse) {
    const store = openClickHouseServer(clickhouse, limits);
    return { store, close: store.close };
  }
  const { store, writer } = openEmbeddedClickHouse(loadEngine(join(dataDir, "clickhouse")), limits);
  // The first connection opens the data folder, which takes longest: better now than under the first caller.
  await store.ping();
  return { store, writer, close: store.close };
}

async function overPglite<T>(
  dataDir: string,
  options: PgliteOptions,
  open: (server: PgliteServer) => Promise<Opened<T>>,
): Promise<Opened<T>> {
  const server = await startPglite(dataDir, options);
  try {
    const opened = await open(server);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

export type { Metadata, Repositories } from "@/lib/server/metadata/types.ts";
export { seedSampleTenants } from "@/lib/server/metadata/seed.ts";
