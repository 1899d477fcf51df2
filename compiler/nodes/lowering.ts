/**
 * What nodes do to rows and not to columns. Only a statement needs it: an editor asks for columns and problems, and loads
 * nothing of this.
 */
import type { AggregateOp, Expr, ExprOf, NamedExpr, SortKey } from "../ir/expr.ts";
import type { AsofMatch, Relation, RelationColumn } from "../ir/relation.ts";
import type { Grid } from "./grid.ts";
import type { Period } from "./periods.ts";

/** Where a target is drawn, its rows are made to fit the picture; they stay as they are for callers who draw none. */
export interface Lowering {
  line(line: Line): Relation;
  /** Columns come as time, open, high, low, close, then volume if any. */
  candles(candles: Relation): Relation;
  others(bars: Bars): Folded | undefined;
  largestFirst(bars: Relation, value: RelationColumn): Relation;
  points(points: Relation, trend: Axes | undefined): Relation;
  /** The formula over its input, where windows inside other windows are computed before it. */
  windows(input: Relation, expr: Expr): { readonly input: Relation; readonly expr: Expr };
  /** The first row of each kind by the wanted order. */
  firstOfEach(input: Relation, kind: readonly RelationColumn[], wanted: readonly SortKey[]): Relation;
  filled(input: Relation, filling: Filling): Relation;
  /** So many rows, drawn at random. */
  sample(input: Relation, count: number, seed: number): Relation;
  /** A part of the rows from above 0 to below 1, drawn at random. */
  share(input: Relation, part: number, seed: number): Relation;
  /** Rows beside those nearest to them in time; `join` makes the join of a match. */
  nearest(sides: Sides, asof: Asof, join: (sides: Sides, match: AsofMatch) => Relation): Relation;
}

export interface Line {
  readonly rows: Relation;
  readonly axis: RelationColumn;
  readonly colour?: RelationColumn;
  readonly values: readonly RelationColumn[];
}

export interface Bars {
  readonly rows: Relation;
  readonly category: RelationColumn;
  readonly colour?: RelationColumn;
  /** What decides which category is large: the first of the values, over all colours. */
  readonly value: RelationColumn;
  readonly function: AggregateOp;
  /** How many values each row has a bar for. */
  readonly valueCount: number;
  /** Whether the bars of a category stand on each other. */
  readonly stacked: boolean;
}

/** The largest categories and colours, and all others as one. */
export interface Folded {
  /** The rows from before they were aggregated: what the others have in common is computed from all of theirs. */
  readonly rows: Relation;
  /** The category, or what the others are called. */
  readonly category: Expr;
  /** 0 or 1: the others stand behind all categories. */
  readonly isOther: Expr;
  /** The same of the colours, where these are folded. */
  readonly colour?: Expr;
  readonly isOtherColour?: Expr;
  /** How many there were and are shown, the same in every row. */
  readonly facts: readonly NamedExpr<ExprOf<"aggregate">>[];
  /** Notes the columns that the facts became. */
  readonly withFacts: (relation: Relation, facts: readonly RelationColumn[]) => Relation;
}

/** What a trend line is about. */
export interface Axes {
  readonly x: RelationColumn;
  readonly y: RelationColumn;
}

export interface Sides {
  readonly left: Relation;
  readonly right: Relation;
}

export interface Asof {
  readonly left: string;
  readonly right: string;
  readonly direction: "backward" | "forward";
  readonly tolerance?: Period;
}

export type FillMode = "null" | "zero" | "last" | "linear";

/** The settings of a fill. */
export interface Filling extends Grid {
  readonly time: RelationColumn;
  readonly bucket: Period;
  readonly partition: readonly RelationColumn[];
  readonly modes: ReadonlyMap<RelationColumn, FillMode>;
}
