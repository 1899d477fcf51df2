/**
 * The vocabulary that every room shares: graphs, what a compile takes and what it returns.
 * Saved workflows and other programs depend on these names; additions are fine, renames are not.
 */
import type { NodeType } from "../nodes/registry.ts";
import type {
  Catalog,
  CatalogColumn,
  CatalogTable,
  Column,
  Comparison,
  DashboardFilter,
  DialectName,
  Entitlements,
  FilterReport,
  Kept,
  Port,
  Problem,
  Reduction,
  Span,
  StoreName,
  TimeRange,
} from "./vocabulary.ts";

export type { NodeType } from "../nodes/registry.ts";
export type * from "./vocabulary.ts";

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

export interface CompileOptions {
  readonly catalog: Catalog;
  readonly dialect: DialectName;
  /** The store that runs the statement: tables of others are handed to it as rows. Without it every table is there. */
  readonly store?: StoreName;
  /** Missing means none: no rows from a table that has a symbol column. */
  readonly entitlements?: Entitlements;
  /** Applied at each scan whose table has the column; the result says which reached none. */
  readonly filters?: readonly DashboardFilter[];
  /** Applied at every scan, as entitlements are; a table without the column is refused. */
  readonly locked?: readonly DashboardFilter[];
  /** Applied at each scan of a table that has an event time. */
  readonly range?: TimeRange;
  readonly limit?: number;
  /** In place of `limit`, of a line that is reduced: cut down to few rows it would be coarser than its picture. */
  readonly lineLimit?: number;
  /** Asks for pages of the whole, in its order; a limit without it keeps what a chart needs most. */
  readonly offset?: number;
  /** `false` gives one SELECT level per node: the same rows, the oracle for merging. */
  readonly merge?: boolean;
  /** ISO 8601; missing means the engine's clock. */
  readonly now?: string;
  /** Width of the picture, for charts that may be reduced to what it can show. */
  readonly pixels?: number;
  /** Asks for what a reduced chart says of all its rows: further columns behind those of the result. */
  readonly facts?: boolean;
  /** One row and one column instead: how many rows there are, where none after so many is looked at. */
  readonly countTo?: number;
}

/** A bound parameter in the driver's form: `name` for ClickHouse's `{name:Type}`, position for `$n`. */
export interface BoundParam {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

/**
 * A table of another store. Somebody reads its rows before the statement runs, and `bindRows` puts them into the
 * parameters named here, each of which holds a column.
 */
export interface HandedTable extends CatalogTable {
  /** Those that are read. */
  readonly columns: readonly HandedColumn[];
  /** No other symbol's rows can reach the result: entitlements, and filters where they name symbols. */
  readonly symbols: readonly string[] | "all";
}

export interface HandedColumn extends CatalogColumn {
  readonly param: string;
}

export interface SourceRef {
  readonly nodeId: string;
  readonly database: string;
  readonly table: string;
  readonly store: StoreName;
}

export type CompileResult =
  | {
    readonly ok: true;
    readonly sql: string;
    readonly params: readonly BoundParam[];
    readonly columns: readonly Column[];
    readonly sources: readonly SourceRef[];
    /** Tables of other stores than `options.store`, each once however often it is read. */
    readonly handed?: readonly HandedTable[];
    /** How many SELECT levels the statement has. */
    readonly levels: number;
    /** Why each kept level was kept, and which level each node ended in; for the interface. */
    readonly explanation?: readonly LevelNote[];
    readonly attribution?: readonly NodeAttribution[];
    readonly warnings?: readonly Problem[];
    readonly reduced?: Reduction;
    /** Columns behind `columns`, the same in every row. */
    readonly facts?: readonly Column[];
    /** With a limit: the rows are in their order, and those that exceed it are not the last but the oldest. */
    readonly kept?: Kept;
    /** What became of `options.filters` and `options.range`, where there are some. */
    readonly filters?: FilterReport;
    /** Which period a card shows, where a range says it instead of the card. */
    readonly compared?: Comparison;
  }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface LevelNote {
  readonly level: number;
  readonly nodeIds: readonly string[];
  readonly reason: string;
  /** A sentence for each of a viewer's filters that its nodes apply. */
  readonly filters?: readonly string[];
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
