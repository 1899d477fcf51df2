/**
 * What every stage speaks of: types of values, columns, problems and the catalogue. Nothing in here knows which node
 * types there are, so that a node's own file may import it; graphs and results are in `types.ts`.
 */

export type TypeName = "string" | "int64" | "float64" | "decimal" | "date" | "datetime" | "boolean";

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

export type Port = "in" | "left" | "right";

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

/** The stores that hold tables, and what people call them and the tables in them. */
export const STORES = {
  clickhouse: { label: "ClickHouse", tables: "analytical" },
  materialize: { label: "Materialize", tables: "live" },
  redis: { label: "Redis", tables: "look-up" },
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

/** A chart's rows were reduced to what its width can show. */
export interface Reduction {
  /**
   * `m4`: the same line, exactly. `sample`: a repeatable draw of the points. `candles`: merged into coarser ones where
   * there are more than have room. `others`: the largest categories, all others as one.
   */
  readonly method: "m4" | "sample" | "candles" | "others";
  readonly pixels: number;
  /** Most rows that remain. */
  readonly rows?: number;
}

/** Which rows a limit keeps where it is not the first ones. */
export type Kept = "newest" | "largest";
