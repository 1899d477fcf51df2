/** Redis itself. It fails fast: a command that gets no reply is an error, and no queue grows behind it. */
import { Redis, type RedisOptions } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { unavailableError } from "../query_errors.ts";
import type { KeyValueStore } from "../types.ts";
import { readHashes, writeHash } from "./hashes.ts";
import { consumeFrom, Limiters } from "./limits.ts";
import { Subscriptions } from "./subscriptions.ts";

const COMMAND_TIMEOUT_MS = 500;
const CONNECT_TIMEOUT_MS = 2000;
const SCAN_PAGE = 500;

const OPTIONS: RedisOptions = {
  enableOfflineQueue: false,
  commandTimeout: COMMAND_TIMEOUT_MS,
  connectTimeout: CONNECT_TIMEOUT_MS,
  maxRetriesPerRequest: 1,
  retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2000),
  lazyConnect: true,
};

/** Comes up even when Redis is down: commands then fail with `store_unavailable` until it is back. */
export async function openRedis(url: string): Promise<KeyValueStore> {
  const commands = new Redis(url, OPTIONS);
  const subscriber = new Redis(url, { ...OPTIONS, autoResubscribe: true });
  // Reconnecting is the client's work; every failed command reports for itself.
  commands.on("error", () => {});
  subscriber.on("error", () => {});
  await Promise.all([commands.connect().catch(() => {}), subscriber.connect().catch(() => {})]);

  const subscriptions = new Subscriptions(subscriber);
  const limiters = new Limiters((points, durationMs) =>
    new RateLimiterRedis({
      storeClient: commands,
      points,
      duration: durationMs / 1000,
      keyPrefix: `limit:${points}:${durationMs}`,
    })
  );

  return {
    get: (key) => reach(() => commands.get(key)),
    set: (key, value, ttlMs) =>
      reach(async () => {
        if (ttlMs === undefined) await commands.set(key, value);
        else await commands.set(key, value, "PX", Math.max(1, Math.ceil(ttlMs)));
      }),
    delete: (...keys) =>
      reach(async () => {
        if (keys.length > 0) await commands.del(...keys);
      }),
    keys: (prefix, limit) => reach(() => scan(commands, prefix, limit)),
    hashes: (keys, fields) => reach(() => readHashes(commands, keys, fields)),
    setHash: (key, fields, ttlMs) => reach(() => writeHash(commands, key, fields, ttlMs)),
    publish: (channel, message) => reach(async () => void await commands.publish(channel, message)),
    subscribe: (channel, onMessage) => reach(() => subscriptions.add(channel, onMessage)),
    consume: (key, points, durationMs) => reach(() => consumeFrom(limiters.of(points, durationMs), key)),
    ping: () => reach(async () => void await commands.ping()),
    close() {
      commands.disconnect();
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}

async function reach<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (cause) {
    throw unavailableError("the cache", cause);
  }
}

async function scan(commands: Redis, prefix: string, limit: number): Promise<readonly string[]> {
  const pattern = `${prefix.replace(/[*?[\]\\^-]/g, "\\$&")}*`;
  // A scan may give a key twice.
  const found = new Set<string>();
  let cursor = "0";
  do {
    const [next, page] = await commands.scan(cursor, "MATCH", pattern, "COUNT", SCAN_PAGE);
    for (const key of page) found.add(key);
    cursor = next;
  } while (cursor !== "0" && found.size < limit);
  return [...found].slice(0, limit);
}
