/**
 * Expressions of the relational IR. A column is an opaque id, never a name; a user's value is a `param`, never text.
 * Every scalar operation is total: where an engine would fail (x/0, log of a negative, overflow) it is null, so a
 * rewrite can never surface an error that the unmerged plan would not have had.
 */
import type { ValueType } from "../schema/vocabulary.ts";

export type ColumnId = number;

/** Operations on one row. Each has an entry per dialect in `compiler/functions/`; a missing one fails the type check. */
export type ScalarOp =
  // arithmetic: divide gives float64; int64 and decimal add, subtract, multiply are exact or null
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "modulo"
  | "negate"
  // comparison, three-valued
  | "eq"
  | "ne"
  | "lt"
  | "le"
  | "gt"
  | "ge"
  // logic
  | "and"
  | "or"
  | "not"
  | "is_null"
  | "is_not_null"
  | "is_true"
  | "is_false"
  | "coalesce"
  | "nullif"
  // text; `concat` takes text arguments and treats null as empty; `to_text` renders any value by the one documented rule
  | "concat"
  | "to_text"
  | "upper"
  | "lower"
  /** Every text of a list, for `in`. */
  | "lower_each"
  | "trim"
  | "left"
  | "right"
  | "length"
  | "replace"
  | "contains"
  | "starts_with"
  | "ends_with"
  | "matches"
  // what equal values have in common where an engine groups and joins by bits: zero has two signs
  | "key"
  // membership: second argument is a list parameter
  | "in"
  // mathematics
  | "abs"
  | "round"
  | "ceil"
  | "floor"
  | "power"
  | "sqrt"
  | "ln"
  | "log"
  // time; units travel as `unit` on the call
  | "year"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "date_diff"
  | "date_add"
  | "now"
  | "bucket"
  // which of n equal columns between a low and a high end a number or time falls into: x, low, high, n
  | "pixel_column"
  // of every value that the window function `collect` has gathered: only where a store has none over a window itself
  | "median_of"
  | "count_distinct_of"
  // conversion to the call's own type
  | "cast"
  // 32 hexadecimal digits of a seed and the text of every column: a repeatable draw
  | "row_hash";

export type AggregateOp =
  | "sum"
  | "avg"
  | "count"
  | "count_distinct"
  | "min"
  | "max"
  | "median"
  | "stddev"
  | "first"
  | "last";

export type WindowOp =
  | AggregateOp
  /** Every value of the frame, for `median_of` and `count_distinct_of`; never a result. */
  | "collect"
  | "lag"
  | "lead"
  | "row_number"
  | "rank"
  | "dense_rank"
  | "first_value"
  | "last_value";

/** From the shortest to the longest. */
export const TIME_UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"] as const;

export type TimeUnit = typeof TIME_UNITS[number];

export type ScalarValue = string | number | boolean | null;

export interface SortKey {
  readonly expr: Expr;
  readonly direction: "asc" | "desc";
  readonly nulls: "first" | "last";
}

export interface Frame {
  readonly preceding: number | "unbounded";
  readonly following: number | "current" | "unbounded";
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
    /** Empty for `count` of rows. */
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
    readonly type: ValueType;
  };

export type ExprOf<K extends Expr["kind"]> = Extract<Expr, { kind: K }>;
export type CallExpr = ExprOf<"call">;
