/**
 * The stores as the services see them: one narrow interface each, the driver behind it.
 * A driver's errors become `StoreError`s here and nowhere else.
 */
import type { BoundParam, CatalogTable, Column, DialectName, StoreName } from "@/compiler/schema/types.ts";
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

/** A read-only SQL engine: ClickHouse or the live store. */
export interface SqlStore {
  readonly name: StoreName;
  readonly dialect: DialectName;
  /** The databases (schemas) that the catalogue shows. */
  readonly databases: readonly string[];
  /** How long a result may be kept, for tables that change by the second; without it the configuration decides. */
  readonly cacheMs?: number;
  /** Throws StoreError with code `query_timeout`, `query_memory`, `query_failed`, `busy` or `store_unavailable`. */
  query(query: StoreQuery): Promise<readonly Row[]>;
  /**
   * The rows in parts, as they come: nothing is read ahead of who reads here. Leaving the loop stops the statement. Throws
   * as `query` does, also in the middle: what was read before is then not the result.
   */
  stream(query: StreamQuery): AsyncIterable<readonly Row[]>;
  /** Tables of the named databases (schemas) with the engine's own column types, mapped to logical ones. */
  describe(databases: readonly string[], signal?: AbortSignal): Promise<readonly CatalogTable[]>;
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
