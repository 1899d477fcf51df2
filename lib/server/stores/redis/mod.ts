/** Cache, pub/sub and rate limits: Redis as a server, or the same inside this process. */
import type { StoreDefinition } from "../definition.ts";
import type { KeyValueStore } from "../types.ts";
import { openMemoryKeyValue } from "./memory.ts";
import { openRedis } from "./server.ts";

export const keyValue: StoreDefinition<KeyValueStore> = {
  check: "key_value",
  required: false,
  isEmbedded: ({ redisUrl }) => redisUrl === undefined,
  async open({ redisUrl }) {
    const store = redisUrl ? await openRedis(redisUrl) : openMemoryKeyValue();
    return { store, close: store.close };
  },
};
