/** Redis's role inside this process: bounded by bytes, expiring by the monotonic clock. */
import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { KeyValueStore } from "../types.ts";
import { fieldsOf } from "./hashes.ts";
import { consumeFrom, Limiters } from "./limits.ts";

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
/** Of hashes beside that, so that cached results push no rows out. */
const MAX_HASH_BYTES = 16 * 1024 * 1024;
/** What an entry costs beside its text. */
const ENTRY_OVERHEAD_BYTES = 200;

type Listener = (message: string, channel: string) => void;

export function openMemoryKeyValue(options: { readonly maxBytes?: number } = {}): KeyValueStore {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  // The cache measures time with performance.now, which does not jump with the system's clock.
  const entries = new LRUCache<string, string>({
    maxSize: maxBytes,
    maxEntrySize: maxBytes,
    sizeCalculation: (value, key) => (key.length + value.length) * 2 + ENTRY_OVERHEAD_BYTES,
    ttlAutopurge: false,
    ttlResolution: 0,
  });
  const hashes = new LRUCache<string, Readonly<Record<string, string>>>({
    maxSize: MAX_HASH_BYTES,
    sizeCalculation: (fields, key) => (key.length + JSON.stringify(fields).length) * 2 + ENTRY_OVERHEAD_BYTES,
    ttlAutopurge: false,
    ttlResolution: 0,
  });
  const listeners = new Map<string, Set<Listener>>();
  const limiters = new Limiters((points, durationMs) =>
    new RateLimiterMemory({ points, duration: durationMs / 1000, keyPrefix: `${points}:${durationMs}` })
  );

  return {
    get: (key) => Promise.resolve(entries.get(key) ?? null),
    set(key, value, ttlMs) {
      hashes.delete(key);
      entries.set(key, value, { ttl: ttlMs ?? 0 });
      return Promise.resolve();
    },
    delete(...keys) {
      for (const key of keys) {
        entries.delete(key);
        hashes.delete(key);
      }
      return Promise.resolve();
    },
    keys(prefix, limit) {
      const found: string[] = [];
      for (const kind of [entries, hashes]) {
        for (const key of kind.keys()) {
          if (found.length >= limit) break;
          if (key.startsWith(prefix) && kind.has(key)) found.push(key);
        }
      }
      return Promise.resolve(found);
    },
    hashes(keys, fields) {
      return Promise.resolve(keys.map((key) => {
        const hash = hashes.get(key);
        if (hash === undefined) return entries.has(key) ? "other" : null;
        return fieldsOf(fields.map((field) => hash[field] ?? null));
      }));
    },
    setHash(key, fields, ttlMs) {
      entries.delete(key);
      hashes.set(key, { ...fields }, { ttl: ttlMs ?? 0 });
      return Promise.resolve();
    },
    publish(channel, message) {
      // As over a network, a listener hears the message after the publisher has gone on.
      for (const listener of listeners.get(channel) ?? []) {
        queueMicrotask(() => {
          if (listeners.get(channel)?.has(listener)) listener(message, channel);
        });
      }
      return Promise.resolve();
    },
    subscribe(channel, onMessage) {
      const own: Listener = (message, from) => onMessage(message, from);
      const ofChannel = listeners.get(channel) ?? new Set();
      listeners.set(channel, ofChannel.add(own));
      return Promise.resolve({
        unsubscribe() {
          ofChannel.delete(own);
          if (ofChannel.size === 0) listeners.delete(channel);
          return Promise.resolve();
        },
      });
    },
    consume: (key, points, durationMs) => consumeFrom(limiters.of(points, durationMs), key),
    ping: () => Promise.resolve(),
    close() {
      entries.clear();
      hashes.clear();
      listeners.clear();
      return Promise.resolve();
    },
  };
}
