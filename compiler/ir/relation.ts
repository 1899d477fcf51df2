/**
 * Relational IR. Columns are opaque ids, unique in a plan; names are carried beside them for the outermost SELECT only.
 * A relation is immutable and may be shared by several consumers: the plan is a DAG, not a tree.
 */
import type { CatalogColumn, CatalogTable, ValueType } from "../schema/vocabulary.ts";
import type { ColumnId, Expr, ExprOf, SortKey } from "./expr.ts";

export interface RelationColumn {
  readonly id: ColumnId;
  readonly name: string;
  readonly type: ValueType;
}

export interface Computed<E extends Expr = Expr> {
  readonly id: ColumnId;
  readonly expr: E;
}

/**
 * What the reader is entitled to see of a table. It is part of the scan, so no rewrite can move or drop it; the emitter
 * writes it into the same SELECT as the table itself.
 */
export type Guard =
  /** The table has no symbol column. */
  | { readonly kind: "open" }
  | { readonly kind: "all" }
  /** The table claims a symbol column that it does not have: no row is shown. */
  | { readonly kind: "closed" }
  | { readonly kind: "symbols"; readonly column: CatalogColumn; readonly symbols: readonly string[] };

interface RelationBase {
  readonly nodeId: string;
  /** The columns that the next node may use. */
  readonly columns: readonly RelationColumn[];
  /** Order of the rows. It may use columns that are no longer visible; they are carried along hidden. */
  readonly order: readonly SortKey[];
}

export interface PhysicalColumn {
  readonly id: ColumnId;
  readonly column: CatalogColumn;
  readonly type: ValueType;
}

interface ScanRelation extends RelationBase {
  readonly op: "scan";
  readonly table: CatalogTable;
  readonly physical: readonly PhysicalColumn[];
  readonly guard: Guard;
}

/** A filter that a viewer asks for. It begins at a scan, and may be lifted over what stands above it. */
export interface Asked {
  /** Which of the viewer's filters it is. */
  readonly key: AskedKey;
  /** The one column that its predicate reads; undefined where it reads others too, and has to stay. */
  readonly column?: ColumnId;
  readonly at: "scan" | "window" | "fill";
}

/** The place of a filter among `options.filters`, or the range. */
export type AskedKey = number | "range";

interface FilterRelation extends RelationBase {
  readonly op: "filter";
  readonly input: Relation;
  readonly predicate: Expr;
  readonly asked?: Asked;
}

/** Adds computed columns, or (with none) only changes which columns are visible and what they are called. */
interface ExtendRelation extends RelationBase {
  readonly op: "extend";
  readonly input: Relation;
  readonly computed: readonly Computed[];
  readonly continued?: Continued;
}

/** A column of times that goes on where rows are missing: in the rows that are there it is the input's own. */
interface Continued {
  readonly id: ColumnId;
  readonly from: ColumnId;
  /** Which new rows there are, or what they hold, depends on rows that a viewer's filter on the times would take away. */
  readonly spansRows: boolean;
}

/** The new order is the relation's own `order`. */
interface SortRelation extends RelationBase {
  readonly op: "sort";
  readonly input: Relation;
}

interface LimitRelation extends RelationBase {
  readonly op: "limit";
  readonly input: Relation;
  readonly count?: number;
  readonly offset: number;
  /** Which rows come first; not always the order they are shown in. */
  readonly by: readonly SortKey[];
}

export interface AggregateRelation extends RelationBase {
  readonly op: "aggregate";
  readonly input: Relation;
  readonly keys: readonly Computed[];
  readonly aggregates: readonly Computed<ExprOf<"aggregate">>[];
}

/** Computed columns that look at other rows; each expression holds at least one window function. */
export interface WindowRelation extends RelationBase {
  readonly op: "window";
  readonly input: Relation;
  readonly computed: readonly Computed[];
  /** What it computes is shown, so a viewer's filter must not change it; the others only help to choose rows. */
  readonly spansRows?: boolean;
}

export type JoinKind = "inner" | "left" | "right" | "full" | "semi" | "anti" | "cross" | "asof";

export interface JoinOutput {
  readonly id: ColumnId;
  readonly side: "left" | "right";
  readonly from: ColumnId;
  readonly type: ValueType;
}

export interface JoinKey {
  readonly left: Expr;
  readonly right: Expr;
}

/** Nearest right row in time; both expressions are datetimes or both dates. */
export interface AsofMatch {
  readonly left: Expr;
  readonly right: Expr;
  readonly direction: "backward" | "forward";
  /** Which of several right rows at one moment comes first; empty where any will do. */
  readonly ties: readonly SortKey[];
}

export interface JoinRelation extends RelationBase {
  readonly op: "join";
  readonly kind: JoinKind;
  readonly left: Relation;
  readonly right: Relation;
  readonly on: readonly JoinKey[];
  readonly asof?: AsofMatch;
  /** Fresh ids for everything that leaves the join, so that a relation can be joined to itself. */
  readonly outputs: readonly JoinOutput[];
}

/** Every row once for each number 0, step, 2·step … below `end`, which a row with none of them does not survive. */
interface ExpandRelation extends RelationBase {
  readonly op: "expand";
  readonly input: Relation;
  /** The column of the numbers that are made, an int64. */
  readonly id: ColumnId;
  /** An int64 that is never null. */
  readonly end: Expr;
  readonly step: number;
}

export interface UnionBranch {
  readonly input: Relation;
  /** One per output id, over the branch's columns, all of the output's type. */
  readonly exprs: readonly Expr[];
}

export interface UnionRelation extends RelationBase {
  readonly op: "union";
  readonly branches: readonly UnionBranch[];
  readonly ids: readonly ColumnId[];
}

export type Relation =
  | ScanRelation
  | FilterRelation
  | ExtendRelation
  | SortRelation
  | LimitRelation
  | AggregateRelation
  | WindowRelation
  | JoinRelation
  | ExpandRelation
  | UnionRelation;

export function inputsOf(relation: Relation): readonly Relation[] {
  switch (relation.op) {
    case "scan":
      return [];
    case "join":
      return [relation.left, relation.right];
    case "union":
      return relation.branches.map((branch) => branch.input);
    default:
      return [relation.input];
  }
}

/** The relation over other inputs; itself where none is another. */
export function withInputs(relation: Relation, replace: (input: Relation) => Relation): Relation {
  if (inputsOf(relation).every((input) => replace(input) === input)) return relation;
  switch (relation.op) {
    case "scan":
      return relation;
    case "join":
      return { ...relation, left: replace(relation.left), right: replace(relation.right) };
    case "union":
      return {
        ...relation,
        branches: relation.branches.map((branch) => ({ ...branch, input: replace(branch.input) })),
      };
    default:
      return { ...relation, input: replace(relation.input) };
  }
}

/** Every relation once, inputs before consumers. Iterative: a plan may be thousands of relations deep. */
export function inputsFirst(root: Relation): readonly Relation[] {
  const done = new Set<Relation>();
  const ordered: Relation[] = [];
  const stack: { relation: Relation; opened: boolean }[] = [{ relation: root, opened: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.opened) {
      ordered.push(top.relation);
      continue;
    }
    if (done.has(top.relation)) continue;
    done.add(top.relation);
    stack.push({ relation: top.relation, opened: true });
    for (const input of inputsOf(top.relation)) {
      if (!done.has(input)) stack.push({ relation: input, opened: false });
    }
  }
  return ordered;
}
