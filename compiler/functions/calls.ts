/** Typed constructors: each computes the result type, so no caller writes one by hand. */
import type {
  AggregateOp,
  CallExpr,
  Expr,
  ExprOf,
  ScalarOp,
  ScalarValue,
  SortKey,
  TimeUnit,
  WindowOp,
} from "../ir/expr.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { readPattern } from "./patterns.ts";
import {
  addMayOverflow,
  addShape,
  commonType,
  commonTypeOf,
  decimalShape,
  decimalShapeOf,
  decimalType,
  isNullLiteral,
  MAX_PRECISION,
  multiplyMayOverflow,
  multiplyShape,
  sameType,
  valueType,
} from "./value_types.ts";

export interface CallExtra {
  readonly unit?: TimeUnit;
  readonly size?: number;
  /** Result type; only `cast` reads it. */
  readonly type?: ValueType;
}

type TypeRule = (args: readonly Expr[], extra: CallExtra) => ValueType;

const anyNullable = (args: readonly Expr[]) => args.some((arg) => arg.type.nullable);
const strict = (type: "string" | "int64" | "float64" | "boolean"): TypeRule => (args) =>
  valueType(type, anyNullable(args));
const always = (type: "boolean" | "string"): TypeRule => () => valueType(type, false);
const failing = (type: "int64" | "float64" | "boolean"): TypeRule => () => valueType(type, true);

function first(args: readonly Expr[]): Expr {
  const expr = args[0];
  if (expr === undefined) throw new TypeError("Cannot build a call: it has no argument");
  return expr;
}

function arithmetic(decimal: (left: Expr, right: Expr) => ValueType): TypeRule {
  return ([left, right]) => {
    if (left === undefined || right === undefined) {
      throw new TypeError("Cannot build arithmetic: two operands needed");
    }
    const types = [left.type.type, right.type.type];
    if (types.includes("float64")) return valueType("float64", true);
    if (!types.includes("decimal")) return valueType("int64", true);
    return decimal(left, right);
  };
}

const addition = arithmetic((left, right) => {
  const shape = addShape(decimalShape(left), decimalShape(right));
  const nullable = left.type.nullable || right.type.nullable ||
    addMayOverflow(decimalShape(left), decimalShape(right));
  return decimalType(shape.precision, shape.scale, nullable);
});

const multiplication = arithmetic((left, right) => {
  const shape = multiplyShape(decimalShape(left), decimalShape(right));
  const nullable = left.type.nullable || right.type.nullable ||
    multiplyMayOverflow(decimalShape(left), decimalShape(right));
  return decimalType(shape.precision, shape.scale, nullable);
});

const remainder = arithmetic((left, right) => {
  const a = decimalShape(left);
  const b = decimalShape(right);
  const scale = Math.max(a.scale, b.scale);
  const whole = Math.max(a.precision - a.scale, b.precision - b.scale);
  return decimalType(Math.min(whole + scale, MAX_PRECISION), scale, true);
});

const DATE_UNITS: readonly TimeUnit[] = ["day", "week", "month", "quarter", "year"];

export function isDateUnit(unit: TimeUnit): boolean {
  return DATE_UNITS.includes(unit);
}

const RULES: Readonly<Record<ScalarOp, TypeRule>> = {
  add: addition,
  subtract: addition,
  multiply: multiplication,
  divide: failing("float64"),
  modulo: remainder,
  negate: (args) => ({ ...first(args).type, nullable: true }),
  eq: strict("boolean"),
  ne: strict("boolean"),
  lt: strict("boolean"),
  le: strict("boolean"),
  gt: strict("boolean"),
  ge: strict("boolean"),
  and: strict("boolean"),
  or: strict("boolean"),
  not: strict("boolean"),
  is_null: always("boolean"),
  is_not_null: always("boolean"),
  is_true: always("boolean"),
  is_false: always("boolean"),
  coalesce: (args) => ({
    ...(commonTypeOf(args) ?? first(args).type),
    nullable: args.every((arg) => arg.type.nullable),
  }),
  nullif: (args) => ({ ...first(args).type, nullable: true }),
  concat: always("string"),
  to_text: always("string"),
  upper: strict("string"),
  lower: strict("string"),
  lower_each: strict("string"),
  trim: strict("string"),
  left: strict("string"),
  right: strict("string"),
  length: strict("int64"),
  replace: strict("string"),
  contains: strict("boolean"),
  starts_with: strict("boolean"),
  ends_with: strict("boolean"),
  matches: strict("boolean"),
  key: (args) => first(args).type,
  in: (args) => valueType("boolean", first(args).type.nullable),
  abs: (args) => ({ ...first(args).type, nullable: true }),
  round: rounded(1),
  ceil: rounded(1),
  floor: rounded(1),
  power: failing("float64"),
  sqrt: failing("float64"),
  ln: failing("float64"),
  log: failing("float64"),
  year: strict("int64"),
  month: strict("int64"),
  day: strict("int64"),
  hour: strict("int64"),
  minute: strict("int64"),
  date_diff: strict("int64"),
  date_add: (args, extra) => {
    const keepsDate = first(args).type.type === "date" && extra.unit !== undefined && isDateUnit(extra.unit);
    return valueType(keepsDate ? "date" : "datetime", true);
  },
  now: () => valueType("datetime", false),
  bucket: (args) => ({ ...first(args).type, nullable: anyNullable(args) }),
  pixel_column: failing("float64"),
  median_of: failing("float64"),
  count_distinct_of: () => valueType("int64", false),
  row_hash: always("string"),
  cast: (args, extra) => ({ ...(extra.type ?? first(args).type), nullable: true }),
};

/** Rounding may carry into one more digit (9.5 → 10). */
function rounded(carry: number): TypeRule {
  return (args) => {
    const type = first(args).type;
    if (type.type !== "decimal") return { ...type, nullable: true };
    const { precision, scale } = decimalShapeOf(type);
    return decimalType(Math.min(precision + carry, MAX_PRECISION), scale, true);
  };
}

/** Operations whose arguments meet in one type before they are computed. */
const UNIFIED: ReadonlySet<ScalarOp> = new Set(["eq", "ne", "lt", "le", "gt", "ge", "coalesce", "nullif"]);

/** A value to group or join by. */
export function keyOf(value: Expr): Expr {
  return value.type.type === "float64" ? call("key", [value]) : value;
}

/** A call with its result type computed; arguments of comparisons and COALESCE are brought to one type. */
export function call(op: ScalarOp, args: readonly Expr[], extra: CallExtra = {}): CallExpr {
  const ready = prepared(op, args);
  return {
    kind: "call",
    op,
    args: ready,
    type: RULES[op](ready, extra),
    ...(extra.unit === undefined ? {} : { unit: extra.unit }),
    ...(extra.size === undefined ? {} : { size: extra.size }),
  };
}

function prepared(op: ScalarOp, args: readonly Expr[]): readonly Expr[] {
  if (UNIFIED.has(op)) return unify(args);
  if (op === "concat") return args.map(textOf);
  return op === "matches" ? args.map((arg, index) => (index === 1 ? commonPattern(arg) : arg)) : args;
}

/** The pattern as every engine spells it, where there is such a spelling. */
function commonPattern(pattern: Expr): Expr {
  if (pattern.kind !== "param" || typeof pattern.value !== "string") return pattern;
  const read = readPattern(pattern.value);
  return read.ok && read.common !== undefined ? param(read.common, pattern.type) : pattern;
}

/** Converts to a type, null where a value does not fit; the expression itself when it already has that type. */
export function castExpr(expr: Expr, type: ValueType): Expr {
  if (isNullLiteral(expr)) return param(null, type);
  if (sameType(expr.type, type)) return expr;
  if (expr.kind === "param" && expr.type.type === "int64" && type.type === "decimal") {
    return param(expr.value, type);
  }
  const widens = commonType(expr.type, type);
  const lossless = widens !== undefined && sameType(widens, { ...type, nullable: false });
  return {
    kind: "call",
    op: "cast",
    args: [expr],
    type: { ...type, nullable: lossless ? expr.type.nullable : true },
  };
}

/** Text by the one rule, for any type. */
export function textOf(expr: Expr): Expr {
  return expr.type.type === "string" ? expr : call("to_text", [expr]);
}

/** Brings expressions to their common type; left as they are where there is none. */
export function unify(exprs: readonly Expr[]): readonly Expr[] {
  const type = commonTypeOf(exprs);
  if (type === undefined) return exprs;
  return exprs.map((expr) => castExpr(expr, { ...type, nullable: expr.type.nullable }));
}

export function param(value: ScalarValue, type: ValueType): ExprOf<"param"> {
  return { kind: "param", value, type: { ...type, nullable: value === null } };
}

export function caseExpr(
  branches: readonly { readonly when: Expr; readonly then: Expr }[],
  otherwise: Expr,
): ExprOf<"case"> {
  const results = unify([...branches.map((branch) => branch.then), otherwise]);
  const type = commonTypeOf(results) ?? otherwise.type;
  return {
    kind: "case",
    branches: branches.map((branch, index) => ({ when: branch.when, then: results[index] ?? branch.then })),
    otherwise: results[branches.length] ?? otherwise,
    type: { ...type, nullable: results.some((result) => result.type.nullable) },
  };
}

export interface AggregateExtra {
  readonly orderBy?: readonly SortKey[];
  readonly where?: Expr;
}

export function aggregateType(op: AggregateOp, arg: ValueType | undefined): ValueType {
  switch (op) {
    case "count":
    case "count_distinct":
      return valueType("int64", false);
    case "avg":
    case "median":
    case "stddev":
      return valueType("float64", true);
    case "sum": {
      if (arg?.type === "float64") return valueType("float64", true);
      const scale = arg?.type === "decimal" ? decimalShapeOf(arg).scale : 0;
      return decimalType(Math.max(38, arg?.precision ?? 0), scale, true);
    }
    default:
      return { ...(arg ?? valueType("string", true)), nullable: true };
  }
}

export function aggregate(
  op: AggregateOp,
  args: readonly Expr[],
  extra: AggregateExtra = {},
): ExprOf<"aggregate"> {
  return {
    kind: "aggregate",
    op,
    args,
    orderBy: extra.orderBy ?? [],
    ...(extra.where === undefined ? {} : { where: extra.where }),
    type: aggregateType(op, args[0]?.type),
  };
}

export function windowType(op: WindowOp, arg: ValueType | undefined): ValueType {
  switch (op) {
    case "row_number":
    case "rank":
    case "dense_rank":
      return valueType("int64", false);
    case "lag":
    case "lead":
    case "first_value":
    case "last_value":
      return { ...(arg ?? valueType("string", true)), nullable: true };
    case "collect":
      return arg ?? valueType("string", true);
    default:
      return aggregateType(op, arg);
  }
}

export type WindowParts = Omit<ExprOf<"window">, "kind" | "type">;

export function windowCall(parts: WindowParts): ExprOf<"window"> {
  return { kind: "window", ...parts, type: windowType(parts.op, parts.args[0]?.type) };
}
