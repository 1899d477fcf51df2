/**
 * Expressions of the relational IR. A column is an opaque id, never a name; a user's value is a `param`, never text.
 * Every operation on one row is total: where an engine would fail (x/0, log of a negative, overflow) it is null, so a
 * rewrite can never surface an error that the unmerged plan would not have had.
 */
import type { scalarDefaults } from "../dialects/defaults.ts";
import { TIME_UNITS, type TimeUnit, type ValueType } from "../schema/vocabulary.ts";

export type ColumnId = number;

/** Operations on one row: the lines of the table that says how each is written. */
export type ScalarOp = keyof typeof scalarDefaults;

export type AggregateOp =
  | "sum"
  | "avg"
  | "count"
  | "count_distinct"
  | "min"
  | "max"
  | "median"
  /** The second argument is the share of the rows below it, 0 to 1. */
  | "percentile"
  | "stddev"
  | "variance"
  | "first"
  | "last";

export type WindowOp =
  | Exclude<AggregateOp, "percentile">
  /** Every value of the frame, for `median_of` and `count_distinct_of`; never a result. */
  | "collect"
  | "lag"
  | "lead"
  | "row_number"
  | "rank"
  | "dense_rank"
  | "ntile"
  | "first_value"
  | "last_value"
  /** The value of the row at a place that each row names, counted from 1; null where there is none. */
  | "nth_value";

export { TIME_UNITS, type TimeUnit };

export type ScalarValue = string | number | boolean | null;

export interface SortKey {
  readonly expr: Expr;
  readonly direction: "asc" | "desc";
  readonly nulls: "first" | "last";
}

/** A length of time, such as 5 minutes. */
export interface Span {
  readonly size: number;
  readonly unit: TimeUnit;
}

/** Ends in rows, or ends in time: then either is a span or open, and a span of nothing ends at the row's own moment. */
export interface Frame {
  readonly preceding: number | "unbounded" | Span;
  readonly following: number | "current" | "unbounded" | Span;
}

export function isTimed({ preceding, following }: Frame): boolean {
  return typeof preceding === "object" || typeof following === "object";
}

export type Expr =
  | { readonly kind: "column"; readonly id: ColumnId; readonly type: ValueType }
  /** A bound value. int64 and decimal travel as strings, datetimes as ISO 8601 UTC, null allowed. */
  | { readonly kind: "param"; readonly value: ScalarValue; readonly type: ValueType }
  | { readonly kind: "list"; readonly values: readonly ScalarValue[]; readonly type: ValueType }
  | {
    readonly kind: "call";
    readonly op: ScalarOp;
    readonly args: readonly Expr[];
    readonly type: ValueType;
    readonly unit?: TimeUnit;
    /** Width of a bucket in units. */
    readonly size?: number;
    /** How a time to be read is written; left out for ISO 8601. */
    readonly format?: string;
  }
  | {
    readonly kind: "case";
    readonly branches: readonly { readonly when: Expr; readonly then: Expr }[];
    readonly otherwise: Expr;
    readonly type: ValueType;
  }
  | {
    readonly kind: "aggregate";
    readonly op: AggregateOp;
    /** Empty where `count` counts rows and no column. */
    readonly args: readonly Expr[];
    readonly orderBy: readonly SortKey[];
    readonly where?: Expr;
    readonly type: ValueType;
  }
  | {
    readonly kind: "window";
    readonly op: WindowOp;
    readonly args: readonly Expr[];
    readonly partitionBy: readonly Expr[];
    readonly orderBy: readonly SortKey[];
    readonly frame?: Frame;
    readonly offset?: number;
    /** Into how many parts `ntile` divides the rows; no other function has it. */
    readonly buckets?: number;
    readonly type: ValueType;
  };

export type ExprOf<K extends Expr["kind"]> = Extract<Expr, { kind: K }>;
export type CallExpr = ExprOf<"call">;

/** A named output computed from an expression. */
export interface NamedExpr<E extends Expr = Expr> {
  readonly name: string;
  readonly expr: E;
}
