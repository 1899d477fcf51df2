/** Values that are asked for over and over, remembered for a moment. */
import { LRUCache } from "lru-cache";
import type { Clock } from "@/lib/server/context.ts";

interface RememberedOptions {
  readonly ttlMs: number;
  readonly most: number;
  readonly clock: Clock;
}

/** A cache whose entries last `ttlMs` by the given clock. */
export function createRemembered<Key extends string, Value extends object>(
  { ttlMs, most, clock }: RememberedOptions,
): LRUCache<Key, Value> {
  // The cache keeps an entry through the last millisecond of its time, and looks at the clock again each time.
  return new LRUCache<Key, Value>({ max: most, ttl: ttlMs - 1, ttlResolution: 0, perf: clock });
}

/**
 * What `read` gave, or gives now. Readers of one moment share one read; a failure is forgotten at once, and so is
 * what `isWorthKeeping` refuses.
 */
export function remember<Key extends string, Value>(
  known: LRUCache<Key, Promise<Value>>,
  key: Key,
  read: () => Promise<Value>,
  isWorthKeeping: (value: Value) => boolean = () => true,
): Promise<Value> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = read();
  known.set(key, value);
  const forget = () => void (known.peek(key) === value && known.delete(key));
  value.then((record) => isWorthKeeping(record) || forget(), forget);
  return value;
}
