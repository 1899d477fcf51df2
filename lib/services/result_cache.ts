/**
 * Results by content: the key is a digest of tenant, store, statement and bound values, entitlements among them.
 * The cache may only ever help: whatever goes wrong with it counts as a miss, and quickly.
 */
import { createHash } from "node:crypto";
import type { BoundParam } from "@/compiler/schema/types.ts";
import type { KeyValueStore, Row } from "@/lib/stores/types.ts";
import type { Log } from "@/lib/log.ts";

export interface CachedResult {
  readonly rows: readonly Row[];
  /** ISO 8601: when the store was read. */
  readonly as_of: string;
}

export interface ResultKey {
  readonly tenantId: string;
  readonly store: string;
  readonly sql: string;
  readonly params: readonly BoundParam[];
}

const DEADLINE_MS = 20;
const LARGEST_ENTRY = 4_000_000;

/** Digested on the spot: a way through a thread pool and back takes ten times as long. */
export function resultKey({ tenantId, store, sql, params }: ResultKey): string {
  const bound = params.map(({ name, type, value }) => [name, type, value]);
  return `flowforge:result:${digest(JSON.stringify([tenantId, store, sql, bound]))}`;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

export interface ResultCache {
  get(key: string, width: number): Promise<CachedResult | null>;
  set(key: string, result: CachedResult, ttlMs: number): Promise<void>;
}

export function createResultCache(keyValue: KeyValueStore, log: Log): ResultCache {
  return {
    async get(key, width) {
      try {
        const text = await withinDeadline(keyValue.get(key));
        return text === null ? null : readEntry(text, width);
      } catch (error) {
        log.warn("result cache bypassed", { error });
        return null;
      }
    },
    async set(key, result, ttlMs) {
      const text = JSON.stringify(result);
      if (ttlMs <= 0 || text.length > LARGEST_ENTRY) return;
      try {
        await withinDeadline(keyValue.set(key, text, ttlMs));
      } catch (error) {
        log.warn("result not cached", { error });
      }
    },
  };
}

async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the cache took too long")), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Null for anything that is not a whole result of the expected width. */
function readEntry(text: string, width: number): CachedResult | null {
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry !== "object" || entry === null) return null;
    const { rows, as_of } = entry as Partial<CachedResult>;
    if (typeof as_of !== "string" || !Array.isArray(rows)) return null;
    return rows.every((row) => Array.isArray(row) && row.length === width) ? { rows, as_of } : null;
  } catch {
    return null;
  }
}
