/** Filter operators: what each accepts, what value it takes, and the predicate it makes. */
import { call, castExpr, param } from "../functions/calls.ts";
import type { CoreOp } from "../functions/rules.ts";
import type { Expr } from "../ir/expr.ts";
import { TYPE_NAMES, type TypeName } from "../schema/vocabulary.ts";
import { type Comparison, comparison, dayOf } from "./days.ts";
import type { OperatorDescription } from "./spec.ts";

export interface Operands {
  /** None for `is_null` and its like, one, two for `between`. */
  readonly values: readonly Expr[];
  readonly list?: Expr;
  /** Whole days among what a datetime is one of. */
  readonly days?: Expr;
  /** Whether the case of the list's texts does not count; the engine folds them, by the rules it has for columns. */
  readonly folded?: boolean;
}

export interface Operator extends OperatorDescription {
  build(subject: Expr, operands: Operands): Expr;
  /** Whether the other side may be a column. */
  readonly comparesColumns?: boolean;
  /** Whether the value is a regular expression. */
  readonly isPattern?: boolean;
}

const ALL: readonly TypeName[] = TYPE_NAMES;
const ORDERED: readonly TypeName[] = ["int64", "float64", "decimal", "date", "datetime", "string"];
const TIMES: readonly TypeName[] = ["date", "datetime"];
const TEXT: readonly TypeName[] = ["string"];

function first(operands: Operands): Expr {
  const value = operands.values[0];
  if (value === undefined) throw new TypeError("Cannot build a comparison: it has no value");
  return value;
}

const compare = (op: Comparison) => (subject: Expr, operands: Operands) =>
  comparison(op, subject, first(operands));
const tested = (op: CoreOp) => (subject: Expr, operands: Operands) => call(op, [subject, first(operands)]);
const negated = (op: CoreOp) => (subject: Expr, operands: Operands) =>
  call("not", [call(op, [subject, first(operands)])]);

function between(subject: Expr, { values: [low, high] }: Operands): Expr {
  if (low === undefined || high === undefined) throw new TypeError("Cannot build between: two values needed");
  return call("and", [comparison("ge", subject, low), comparison("le", subject, high)]);
}

function isOneOf(subject: Expr, { list, folded, days }: Operands): Expr {
  if (days !== undefined) {
    const onOne = call("in", [dayOf(subject), days]);
    return list === undefined ? onOne : call("or", [isOneOf(subject, { values: [], list }), onOne]);
  }
  if (list === undefined) throw new TypeError("Cannot build in: no list");
  const { type, scale, precision = 0 } = list.type;
  // ClickHouse would convert the list to the column's type, and fail where a value has more digits.
  const sameShape = subject.type.type === type && subject.type.scale === scale &&
    precision <= (subject.type.precision ?? 0);
  return call("in", [
    sameShape ? subject : castExpr(subject, { ...list.type, nullable: true }),
    folded ? call("lower_each", [list]) : list,
  ]);
}

/** `not_in []` keeps every row, nulls included; with values a null is not true. */
function isNoneOf(subject: Expr, operands: Operands): Expr {
  if (operands.list?.kind === "list" && operands.list.values.length === 0) {
    return param(true, { type: "boolean", nullable: false });
  }
  return call("not", [isOneOf(subject, operands)]);
}

function lastPeriod(subject: Expr, { values: [from, to] }: Operands): Expr {
  if (from === undefined || to === undefined) throw new TypeError("Cannot build last_n: two moments needed");
  const moment = subject.type.type === "date"
    ? castExpr(subject, { type: "datetime", nullable: true })
    : subject;
  return call("and", [call("gt", [moment, from]), call("le", [moment, to])]);
}

const OPERATORS: readonly Operator[] = [
  {
    operator: "=",
    label: "is",
    accepts: ALL,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: compare("eq"),
  },
  {
    operator: "!=",
    label: "is not",
    accepts: ALL,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: compare("ne"),
  },
  {
    operator: ">",
    label: "is more than",
    accepts: ORDERED,
    value: "one",
    comparesColumns: true,
    build: compare("gt"),
  },
  {
    operator: ">=",
    label: "is at least",
    accepts: ORDERED,
    value: "one",
    comparesColumns: true,
    build: compare("ge"),
  },
  {
    operator: "<",
    label: "is less than",
    accepts: ORDERED,
    value: "one",
    comparesColumns: true,
    build: compare("lt"),
  },
  {
    operator: "<=",
    label: "is at most",
    accepts: ORDERED,
    value: "one",
    comparesColumns: true,
    build: compare("le"),
  },
  {
    operator: "between",
    label: "is between (both included)",
    accepts: ORDERED,
    value: "pair",
    build: between,
  },
  { operator: "in", label: "is one of", accepts: ALL, value: "list", ignoreCase: true, build: isOneOf },
  {
    operator: "not_in",
    label: "is none of",
    caption: "not in",
    accepts: ALL,
    value: "list",
    ignoreCase: true,
    build: isNoneOf,
  },
  {
    operator: "contains",
    label: "contains",
    accepts: TEXT,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: tested("contains"),
  },
  {
    operator: "not_contains",
    label: "does not contain",
    caption: "does not contain",
    accepts: TEXT,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: negated("contains"),
  },
  {
    operator: "starts_with",
    label: "starts with",
    caption: "starts with",
    accepts: TEXT,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: tested("starts_with"),
  },
  {
    operator: "not_starts_with",
    label: "does not start with",
    caption: "does not start with",
    accepts: TEXT,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: negated("starts_with"),
  },
  {
    operator: "ends_with",
    label: "ends with",
    caption: "ends with",
    accepts: TEXT,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: tested("ends_with"),
  },
  {
    operator: "not_ends_with",
    label: "does not end with",
    caption: "does not end with",
    accepts: TEXT,
    value: "one",
    ignoreCase: true,
    comparesColumns: true,
    build: negated("ends_with"),
  },
  {
    operator: "matches",
    label: "matches the pattern",
    accepts: TEXT,
    value: "one",
    isPattern: true,
    build: tested("matches"),
  },
  {
    operator: "not_matches",
    label: "does not match the pattern",
    caption: "does not match",
    accepts: TEXT,
    value: "one",
    isPattern: true,
    build: negated("matches"),
  },
  {
    operator: "before",
    label: "is before",
    accepts: TIMES,
    value: "one",
    comparesColumns: true,
    build: compare("lt"),
  },
  {
    operator: "after",
    label: "is after",
    accepts: TIMES,
    value: "one",
    comparesColumns: true,
    build: compare("gt"),
  },
  {
    operator: "last_n",
    label: "is in the last",
    caption: "in the last",
    accepts: TIMES,
    value: "period",
    build: lastPeriod,
  },
  {
    operator: "is_null",
    label: "is empty",
    caption: "is empty",
    accepts: ALL,
    value: "none",
    build: (s) => call("is_null", [s]),
  },
  {
    operator: "is_not_null",
    label: "is not empty",
    caption: "is not empty",
    accepts: ALL,
    value: "none",
    build: (s) => call("is_not_null", [s]),
  },
  {
    operator: "is_true",
    label: "is true",
    caption: "is true",
    accepts: ["boolean"],
    value: "none",
    build: (s) => call("is_true", [s]),
  },
  {
    operator: "is_false",
    label: "is false",
    caption: "is false",
    accepts: ["boolean"],
    value: "none",
    build: (s) => call("is_false", [s]),
  },
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(OPERATORS.map((entry) => [entry.operator, entry]));

export const operators: readonly OperatorDescription[] = OPERATORS;

export function findOperator(name: unknown): Operator | undefined {
  return typeof name === "string" ? BY_NAME.get(name) : undefined;
}

/** Operators that a column of this type offers. */
export function operatorsFor(type: TypeName): readonly OperatorDescription[] {
  return OPERATORS.filter((entry) => entry.accepts.includes(type));
}
