/** Cache, pub/sub, rate limits and the latest of every symbol: Redis as a server, or the same inside this process. */
import type { StoreDefinition } from "../definition.ts";
import type { KeyValueStore, RowStore } from "../types.ts";
import { createLookUps } from "./look_ups.ts";
import { openMemoryKeyValue } from "./memory.ts";
import { openRedis } from "./server.ts";

export const keyValue: StoreDefinition<KeyValueStore & RowStore> = {
  check: "key_value",
  required: false,
  isEmbedded: ({ redisUrl }) => redisUrl === undefined,
  async open({ redisUrl }) {
    const store = redisUrl ? await openRedis(redisUrl) : openMemoryKeyValue();
    return { store: { ...store, ...createLookUps(store) }, close: store.close };
  },
};
