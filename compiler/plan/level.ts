/** One SELECT in the making: slots in the order in which SQL evaluates them. */
import type { ColumnId, Expr, SortKey } from "../ir/expr.ts";
import type { Substitution } from "../ir/expressions.ts";
import type { AsofMatch, Guard, PhysicalColumn } from "../ir/relation.ts";
import type { CatalogTable } from "../schema/vocabulary.ts";

export interface JoinClause {
  readonly nodeId: string;
  readonly kind: "inner" | "left" | "full" | "semi" | "anti" | "cross" | "asof";
  readonly on: readonly Expr[];
  /** The inequality of an as-of join, over the ids of both sources. */
  readonly asof?: AsofMatch;
}

interface SourceBase {
  /** Missing on the first source of a level. */
  readonly join?: JoinClause;
}

export interface TableSource extends SourceBase {
  readonly kind: "table";
  readonly table: CatalogTable;
  readonly nodeId: string;
  readonly guard: Guard;
  readonly columns: ReadonlyMap<ColumnId, PhysicalColumn>;
  /** Id of the symbol column that the guard restricts. */
  readonly guardId?: ColumnId;
}

export interface LevelSource extends SourceBase {
  readonly kind: "level";
  readonly level: Level;
  /** Id in this level → id in the inner one. */
  readonly columns: ReadonlyMap<ColumnId, ColumnId>;
  /** Every column is made nullable, since an outer join may find no row here. */
  readonly emptied: boolean;
}

export interface UnionSource extends SourceBase {
  readonly kind: "union";
  readonly nodeId: string;
  readonly branches: readonly Level[];
  readonly columns: ReadonlyMap<ColumnId, ColumnId>;
}

/** Numbers for every row of the sources before it. */
export interface SeriesSource {
  readonly kind: "series";
  readonly nodeId: string;
  readonly id: ColumnId;
  readonly end: Expr;
  readonly step: number;
}

export type JoinableSource = TableSource | LevelSource | UnionSource;

export type Source = JoinableSource | SeriesSource;

interface RowLimit {
  readonly nodeId: string;
  readonly count: number | undefined;
  readonly offset: number;
  readonly by: readonly SortKey[];
}

export interface Level {
  readonly sources: Source[];
  readonly where: Expr[];
  /** Undefined until grouped; empty for one group of everything. */
  groupBy: readonly Expr[] | undefined;
  /** Id of the node whose groups these are. */
  groupedBy: string | undefined;
  readonly having: Expr[];
  readonly qualify: Expr[];
  /** Every column that can be read here, over the ids of the sources. */
  columns: Map<ColumnId, Expr>;
  limit: RowLimit | undefined;
  /** Expressions with window functions that are computed here. */
  readonly windows: Expr[];
  /** Size of what has been merged, so that no level outgrows a parser. */
  weight: number;
  readonly nodeIds: string[];
  /** Why this level is one of its own. */
  reason: string;
  /** Read by several consumers: written once, as a common table expression. */
  shared: boolean;
  /** The engine must not merge it into the level above again: together they would be too large. */
  fenced: boolean;
  /** What it hands to the level above, in this order. */
  outputs: readonly ColumnId[];
}

export function newLevel(reason: string, nodeId: string): Level {
  return {
    sources: [],
    where: [],
    groupBy: undefined,
    groupedBy: undefined,
    having: [],
    qualify: [],
    columns: new Map(),
    limit: undefined,
    windows: [],
    weight: 0,
    nodeIds: [nodeId],
    reason,
    shared: false,
    fenced: false,
    outputs: [],
  };
}

/** Replaces a relation's columns by what they are in the level. */
export function resolver(level: Level): Substitution {
  return (column) => {
    const found = level.columns.get(column.id);
    if (found === undefined) throw new TypeError(`Cannot find column ${column.id} in its level`);
    return found;
  };
}

/** One table, perhaps filtered and with plain computed columns. */
export function isPlainRead(level: Level): boolean {
  const [source, more] = level.sources;
  return source?.kind === "table" && more === undefined && level.groupBy === undefined &&
    level.limit === undefined && level.windows.length === 0;
}

/** Nothing but its sources and columns: a union below it can be written into the union above. */
export function isUntouched(level: Level): boolean {
  return level.where.length === 0 && level.groupBy === undefined && level.limit === undefined &&
    level.windows.length === 0;
}
