/**
 * Results by content: the key is a digest of tenant, store, statement and bound values, entitlements among them.
 * The cache may only ever help: whatever goes wrong with it counts as a miss, and quickly.
 */
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { BoundParam, HandedTable } from "@/compiler/schema/types.ts";
import type { KeyValueStore, Row } from "@/lib/server/stores/types.ts";
import { within } from "@/lib/server/deadline.ts";
import { sha256 } from "@/lib/server/digest.ts";
import type { Log } from "@/lib/server/log.ts";
import { rowsAsWritten, type WrittenRows } from "./written_rows.ts";

export interface CachedResult {
  readonly rows: WrittenRows;
  /** True when the store had more rows than are shown. */
  readonly truncated: boolean;
  /** ISO 8601: when the store was read, or when the newest row was true where rows were handed over and say so. */
  readonly as_of: string;
  /** How many values were none of their declared type, and are null. */
  readonly unreadable?: number;
  /** What the statement says of all rows, by position of its facts. */
  readonly facts?: Row[number][];
}

interface ResultKey {
  readonly tenantId: string;
  readonly store: string;
  readonly sql: string;
  readonly params: readonly BoundParam[];
  readonly handed?: readonly HandedTable[];
  /** How many of the statement's rows are kept; all of them without it. */
  readonly shown?: number;
}

const DEADLINE_MS = 20;
const LARGEST_ENTRY = 4_000_000;
/** Characters of entries that were read lately. */
const MOST_READ = 32_000_000;

export function resultKey({ tenantId, store, sql, params, handed, shown }: ResultKey): string {
  const bound = params.map(({ name, type, value }) => [name, type, value]);
  return `flowforge:result:${
    sha256(
      JSON.stringify([tenantId, store, sql, bound, handed ?? null, shown ?? null]),
    )
  }`;
}

interface ResultCache {
  get(key: string, width: number): Promise<CachedResult | null>;
  set(key: string, width: number, result: CachedResult, ttlMs: number): Promise<void>;
}

export function createResultCache(keyValue: KeyValueStore, log: Log): ResultCache {
  /** The store alone says what an entry is; one that says what it said before is not read again. */
  const read = new LRUCache<string, { readonly text: string; readonly width: number; result: CachedResult }>({
    maxSize: MOST_READ,
    sizeCalculation: ({ text }) => text.length,
  });

  function readOnce(key: string, text: string, width: number): CachedResult | null {
    const before = read.get(key);
    if (before !== undefined && before.width === width && before.text === text) return before.result;
    const result = readEntry(text, width);
    if (result === null) read.delete(key);
    else read.set(key, { text, width, result });
    return result;
  }

  return {
    /** An entry that did not change comes back as the same object. */
    async get(key, width) {
      try {
        const text = await inTime(keyValue.get(key));
        return text === null ? null : readOnce(key, text, width);
      } catch (error) {
        log.warn("result cache bypassed", { error });
        return null;
      }
    },
    async set(key, width, result, ttlMs) {
      if (ttlMs <= 0 || result.rows.json.length > LARGEST_ENTRY) return;
      try {
        await inTime(keyValue.set(key, writeEntry(result, width), ttlMs));
      } catch (error) {
        log.warn("result not cached", { error });
      }
    },
  };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const onExpire = () => {
    throw new Error("the cache took too long");
  };
  return within(work, { timeoutMs: DEADLINE_MS, onExpire });
}

/** The first line of an entry: all that must be known of the rows without reading them. */
const head = z.object({
  as_of: z.iso.datetime(),
  truncated: z.boolean(),
  width: z.int(),
  count: z.int(),
  length: z.int(),
  digest: z.hash("sha256"),
  unreadable: z.int().optional(),
  facts: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

function writeEntry(
  { rows: { json, digest, count }, truncated, as_of, unreadable, facts }: CachedResult,
  width: number,
): string {
  return `${
    JSON.stringify({ as_of, truncated, width, count, length: json.length, digest, unreadable, facts })
  }\n${json}`;
}

/** Null for anything that is not a whole result of the expected width. */
function readEntry(text: string, width: number): CachedResult | null {
  const end = text.indexOf("\n");
  const read = head.safeParse(parsed(text.slice(0, Math.max(0, end))));
  if (!read.success) return null;
  const { as_of, truncated, count, digest, unreadable, facts, length, width: written } = read.data;
  const json = text.slice(end + 1);
  const whole = written === width && json.length === length && json.startsWith("[") && json.endsWith("]");
  const rows = rowsAsWritten({ json, digest, count });
  if (!whole) return null;
  return {
    rows,
    truncated,
    as_of,
    ...(unreadable !== undefined && { unreadable }),
    ...(facts && { facts }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
