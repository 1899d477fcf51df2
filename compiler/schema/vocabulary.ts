/**
 * What every stage speaks of: types of values, columns, problems and the catalogue. Nothing in here knows which node
 * types there are, so that a node's own file may import it; graphs and results are in `types.ts`.
 */

/** From the shortest to the longest. */
export const TIME_UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"] as const;

export type TimeUnit = typeof TIME_UNITS[number];

export const TYPE_NAMES = ["string", "int64", "float64", "decimal", "date", "datetime", "boolean"] as const;

export type TypeName = typeof TYPE_NAMES[number];

/** A value's logical type. `precision` and `scale` are present on decimals only. */
export interface ValueType {
  readonly type: TypeName;
  readonly nullable: boolean;
  readonly precision?: number;
  readonly scale?: number;
}

export interface Column extends ValueType {
  readonly name: string;
}

/** Where edges arrive; an edge that names none arrives at the first. */
export const PORTS = ["in", "left", "right"] as const;

export type Port = typeof PORTS[number];

/** A range of characters in a text, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something wrong with a user's graph. Problems are data: all are collected, none is thrown. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** The message for a panel beside the node itself, where it need not say which node is meant. */
  readonly short?: string;
  readonly nodeId?: string;
  /** Path of the offending setting, e.g. `metrics[1].column`, or of the graph, e.g. `edges[3].target`. */
  readonly field?: string;
  readonly span?: Span;
  readonly hint?: string;
  /** A warning informs; it does not stop a compile. */
  readonly severity?: "error" | "warning";
}

/** The stores that hold tables: what people call them and the tables in them, and the part that they play in the app. */
export const STORES = {
  clickhouse: { label: "ClickHouse", tables: "analytical", role: "analytical" },
  materialize: { label: "Materialize", tables: "live", role: "live" },
  redis: { label: "Redis", tables: "look-up", role: "keyValue" },
} as const;

export type StoreName = keyof typeof STORES;

export const STORE_NAMES = Object.keys(STORES) as [StoreName, ...StoreName[]];

export interface CatalogColumn extends Column {
  /** The engine's own type, e.g. `Enum8('buy' = 1)`, `Decimal(18, 4)`, `DateTime64(3)`. */
  readonly storeType?: string;
}

export interface CatalogTable {
  readonly database: string;
  readonly table: string;
  readonly store: StoreName;
  readonly columns: readonly CatalogColumn[];
  /** The column that entitlements restrict. */
  readonly symbolColumn?: string;
  /** When what a row speaks of happened: the column that a time range is about. A table of current state has none. */
  readonly eventTime?: string;
}

export interface Catalog {
  readonly tables: readonly CatalogTable[];
}

/** The dialects of SQL, each a folder in `dialects/`. */
export const DIALECT_NAMES = ["clickhouse", "postgres", "materialize"] as const;

export type DialectName = typeof DIALECT_NAMES[number];

export interface Entitlements {
  readonly symbols: readonly string[] | "all";
}

export interface DashboardFilter {
  readonly column: string;
  readonly operator: string;
  readonly value?: unknown;
}

/** A time range, on the event time of each table. */
export interface TimeRange {
  /** ISO 8601, included. */
  readonly from?: string;
  /** ISO 8601, not included. */
  readonly to?: string;
  /** The last period up to now, instead of both. */
  readonly last?: { readonly size: number; readonly unit: string };
}

/**
 * Where one of a viewer's filters took rows away: in the table itself, after a window or a fill that had to see them,
 * or in a comparison with the period before, which reads past it.
 */
export interface FilterPlace {
  readonly nodeId: string;
  readonly at: "scan" | "window" | "fill" | "comparison";
}

/** The period that a card shows because of a viewer's range, or why there is none before it to compare it with. */
export interface Comparison {
  /** Up to now; compared with as much before. */
  readonly last?: { readonly size: number; readonly unit: TimeUnit };
  /** The first moment of the period, and the first after it; compared with as much before. */
  readonly from?: string;
  readonly to?: string;
  /** Why there is nothing to compare it with. */
  readonly reason?: NoComparison;
}

/**
 * `open_ended`: no range of the same length lies before it; `no_length`: it is a moment or nothing at all;
 * `several_ranges`: the filters say more than one period.
 */
export const NO_COMPARISON = ["open_ended", "no_length", "several_ranges"] as const;
type NoComparison = typeof NO_COMPARISON[number];

/** One of a viewer's filters without its value; a range has the column and the operator `range`. */
export type FilterName = Omit<DashboardFilter, "value">;

interface AppliedFilter extends FilterName {
  readonly placed: readonly FilterPlace[];
  /** Values that a table cannot have, in words. */
  readonly notes?: readonly string[];
}

export type IgnoredReason =
  /** No table has such a column. */
  | "unknown_column"
  /** Other tables have the column, but none that is read here. */
  | "column_elsewhere"
  /** The workflow computes the column: filters reach the columns of tables. */
  | "computed_column"
  | "empty_value"
  /** Of a range: no table that is read here has an event time. */
  | "no_event_time"
  /** The filters of a key have the say on this column. */
  | "locked";

export interface IgnoredFilter extends FilterName {
  readonly reason: IgnoredReason;
  /** The same in a sentence. It names no table. */
  readonly message: string;
  readonly hint?: string;
}

/** What became of each of a viewer's filters. */
export interface FilterReport {
  readonly applied: readonly AppliedFilter[];
  readonly ignored: readonly IgnoredFilter[];
}

/** A chart's rows were reduced to what its width can show. */
export interface Reduction {
  /**
   * `m4`: the same line, exactly. `sample`: a repeatable draw of the points. `candles`: merged into coarser ones where
   * there are more than have room. `others`: the largest categories, all others as one.
   */
  readonly method: "m4" | "sample" | "candles" | "others";
  /** The width whose detail the rows have. */
  readonly pixels: number;
  /** The width that was asked for, where the caller's limit has no room for it. */
  readonly asked?: number;
  /** Most rows that remain. */
  readonly rows?: number;
  /** The limit in force, where it is that of lines. */
  readonly limit?: number;
}

/** Which rows a limit keeps where it is not the first ones. */
export type Kept = "newest" | "largest";
