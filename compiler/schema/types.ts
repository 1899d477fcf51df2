/**
 * The vocabulary every room shares: graphs, columns, catalogues and problems.
 * Saved workflows and other programs depend on these names; additions are fine, renames are not.
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

export const NODE_TYPES = [
  "data_source",
  "filter",
  "select",
  "rename",
  "sort",
  "limit",
  "sample",
  "unique",
  "group_by",
  "join",
  "union",
  "formula",
  "window",
  "pivot",
  "table_view",
  "bar_chart",
  "line_chart",
  "candlestick",
  "scatter_plot",
  "kpi_card",
  "pivot_table",
] as const;

export type NodeType = typeof NODE_TYPES[number];

export type Port = "in" | "left" | "right";

export interface GraphNode {
  readonly id: string;
  readonly type: NodeType;
  readonly position: { readonly x: number; readonly y: number };
  readonly label?: string;
  readonly note?: string;
  /** A disabled node passes its (left) input through. */
  readonly disabled?: boolean;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  /** Default "in"; join and union take "left" and "right". */
  readonly port?: Port;
}

export interface Graph {
  readonly version: 1;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Half-open character range in a formula's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something wrong with a user's graph. Problems are data: all are collected, none is thrown. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly nodeId?: string;
  /** Path of the offending setting, e.g. `metrics[1].column`, or of the graph, e.g. `edges[3].target`. */
  readonly field?: string;
  readonly span?: Span;
  readonly hint?: string;
  /** A warning informs; it does not stop a compile. */
  readonly severity?: "error" | "warning";
}

export type StoreName = "clickhouse" | "materialize" | "redis";

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

export type DialectName = "clickhouse" | "postgres" | "materialize";

export interface Entitlements {
  readonly symbols: readonly string[] | "all";
}

export interface DashboardFilter {
  readonly column: string;
  readonly operator: string;
  readonly value?: unknown;
}

export interface CompileOptions {
  readonly catalog: Catalog;
  readonly dialect: DialectName;
  /** Missing means none: no rows from a table that has a symbol column. */
  readonly entitlements?: Entitlements;
  /** Applied at each scan whose table has the column; a filter whose column no scan has is ignored. */
  readonly filters?: readonly DashboardFilter[];
  readonly limit?: number;
  readonly offset?: number;
  /** `false` gives one SELECT level per node: the same rows, the oracle for merging. */
  readonly merge?: boolean;
  /** ISO 8601; missing means the engine's clock. */
  readonly now?: string;
  /** Width of the picture, for charts that may be reduced to what it can show. */
  readonly pixels?: number;
}

/** A bound parameter in the driver's form: `name` for ClickHouse's `{name:Type}`, position for `$n`. */
export interface BoundParam {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

export interface SourceRef {
  readonly nodeId: string;
  readonly database: string;
  readonly table: string;
  readonly store: StoreName;
}

/** A chart's rows were reduced to what its width can show. */
export interface Reduction {
  /** `m4`: the same line, exactly. `sample`: a repeatable draw of the points. */
  readonly method: "m4" | "sample";
  readonly pixels: number;
  /** Most rows that a sample keeps. */
  readonly rows?: number;
}

export type CompileResult =
  | {
    readonly ok: true;
    readonly sql: string;
    readonly params: readonly BoundParam[];
    readonly columns: readonly Column[];
    readonly sources: readonly SourceRef[];
    /** How many SELECT levels the statement has. */
    readonly levels: number;
    /** Why each kept level was kept, and which level each node ended in; for the interface. */
    readonly explanation?: readonly LevelNote[];
    readonly attribution?: readonly NodeAttribution[];
    readonly warnings?: readonly Problem[];
    readonly reduced?: Reduction;
  }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface LevelNote {
  readonly level: number;
  readonly nodeIds: readonly string[];
  readonly reason: string;
}

/** Where a node's work stands in a statement. */
export interface NodeAttribution {
  readonly nodeId: string;
  /** The level it ended in, as numbered in the explanation. */
  readonly level: number;
  /** Its parts of the SQL text; none where it only chooses or names columns. */
  readonly spans: readonly Span[];
}

export interface NodeSchema {
  readonly columns: readonly Column[];
  readonly problems: readonly Problem[];
}

export interface Propagation {
  readonly nodes: Readonly<Record<string, NodeSchema>>;
  /** Structural problems that belong to no node, where there are some. */
  readonly problems?: readonly Problem[];
}
