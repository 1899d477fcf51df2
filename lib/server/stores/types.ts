/**
 * The stores as the services see them: one narrow interface each, the driver behind it.
 * A driver's errors become `StoreError`s here and nowhere else.
 */
import type {
  BoundParam,
  CatalogTable,
  Column,
  DialectName,
  HandedTable,
  StoreName,
} from "@/compiler/schema/types.ts";
import type { Asker, QueryProfile } from "./profiles.ts";

export type JsonValue = string | number | boolean | null;

export interface StoreQuery {
  /** Only text that the compiler emitted. */
  readonly sql: string;
  readonly params: readonly BoundParam[];
  /** Declared result, mapped by position; decides how each value is decoded. */
  readonly columns: readonly Column[];
  readonly profile: QueryProfile;
  /** Unset, it is the app itself that asks, which does so rarely and does not wait in line. */
  readonly asker?: Asker;
  readonly signal?: AbortSignal;
}

/** A download keeps a place for long, so it is always somebody's. */
export interface StreamQuery extends StoreQuery {
  readonly asker: Asker;
}

/** Values in their JSON form: int64 and decimal as strings, date `YYYY-MM-DD`, datetime ISO 8601 in UTC with Z. */
export type Row = readonly JsonValue[];

/** A store with tables for the catalogue. */
export interface TableStore {
  readonly name: StoreName;
  /** The databases (schemas) that the catalogue shows. */
  readonly databases: readonly string[];
  /** How long a result may be kept, for tables that change by the second; without it the configuration decides. */
  readonly cacheMs?: number;
  /** Tables of the named databases (schemas) with the engine's own column types, mapped to logical ones. */
  describe(databases: readonly string[], signal?: AbortSignal): Promise<readonly CatalogTable[]>;
}

export interface HandedRows {
  /** By position of the asked columns. */
  readonly rows: readonly Row[];
  /** How many values were none of their declared type, and are null. */
  readonly unreadable: number;
  /** ISO 8601: when the newest of the rows was true, where they say so. */
  readonly newest?: string;
}

/** For whom something is read, under which limits. */
export type Reading = Pick<StoreQuery, "profile" | "asker" | "signal">;

/** Hands the rows of its tables to a store that runs the statement. */
export interface HandingStore {
  /** The rows of the asked symbols that there are. Throws `too_large` past its bound, or as a query does. */
  rows(table: HandedTable, reading: Reading): Promise<HandedRows>;
  /** What `rows` asks of the store, for people; `{symbol}` stands for each of the symbols. */
  explain(table: HandedTable): string;
}

/** Runs no statements itself. */
export interface RowStore extends TableStore, HandingStore {}

/** A read-only SQL engine: ClickHouse or the live store. */
export interface SqlStore extends TableStore {
  readonly dialect: DialectName;
  /** Throws StoreError with code `query_timeout`, `query_memory`, `query_failed`, `busy` or `store_unavailable`. */
  query(query: StoreQuery): Promise<readonly Row[]>;
  /**
   * The rows in parts, as they come: nothing is read ahead of who reads here. Leaving the loop stops the statement. Throws
   * as `query` does, also in the middle: what was read before is then not the result.
   */
  stream(query: StreamQuery): AsyncIterable<readonly Row[]>;
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** What only `pipeline/` may hold: a connection that can create and fill tables. */
export interface SqlWriter {
  execute(sql: string): Promise<void>;
  /** Appends rows of plain JSON values to an existing table, in one batch. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly JsonValue[])[]): Promise<void>;
  /** As `insert`, but a row whose `key` exists replaces it; for the live store's tables only. */
  upsert(
    table: string,
    key: readonly string[],
    columns: readonly string[],
    rows: readonly (readonly JsonValue[])[],
  ): Promise<void>;
  /** Small results for the pipeline's own use, e.g. how many rows there are. */
  read(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface Subscription {
  unsubscribe(): Promise<void>;
}

/** Cache, pub/sub and rate limits: Redis's role. */
export interface KeyValueStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs?: number): Promise<void>;
  delete(...keys: string[]): Promise<void>;
  /** Keys under a prefix, for look-ups such as `latest:position:*`; bounded by `limit`. */
  keys(prefix: string, limit: number): Promise<readonly string[]>;
  /**
   * The named fields of the hashes under these keys, by position, in one round trip. Null for a key that has none of
   * them or is not there; "other" for one that holds something else than a hash.
   */
  hashes(
    keys: readonly string[],
    fields: readonly string[],
  ): Promise<readonly (readonly (string | null)[] | null | "other")[]>;
  /** Puts a hash in the place of what was under the key; for the pipeline, as the app writes no rows. */
  setHash(key: string, fields: Readonly<Record<string, string>>, ttlMs?: number): Promise<void>;
  publish(channel: string, message: string): Promise<void>;
  subscribe(channel: string, onMessage: (message: string, channel: string) => void): Promise<Subscription>;
  /** Takes one point from a bucket of `points` per `durationMs`; returns how long to wait when it is empty. */
  consume(
    key: string,
    points: number,
    durationMs: number,
  ): Promise<{ allowed: boolean; retryAfterMs: number }>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
