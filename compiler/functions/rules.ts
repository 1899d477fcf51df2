/** What operations give: the rule of each result type, so that no caller writes one by hand. */
import {
  type AggregateOp,
  type Expr,
  type ScalarOp,
  TIME_UNITS,
  type TimeUnit,
  type WindowOp,
} from "../ir/expr.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import {
  addMayOverflow,
  addShape,
  commonShape,
  commonTypeOf,
  type DecimalShape,
  decimalShape,
  decimalShapeOf,
  decimalType,
  MAX_PRECISION,
  multiplyMayOverflow,
  multiplyShape,
  valueType,
} from "./value_types.ts";

export interface CallExtra {
  readonly unit?: TimeUnit;
  readonly size?: number;
  readonly format?: string;
  /** Result type; only `cast` reads it. */
  readonly type?: ValueType;
}

export type TypeRule = (args: readonly Expr[], extra: CallExtra) => ValueType;

const anyNullable = (args: readonly Expr[]) => args.some((arg) => arg.type.nullable);
export const strict = (type: "string" | "int64" | "float64" | "boolean"): TypeRule => (args) =>
  valueType(type, anyNullable(args));
const always = (type: "boolean" | "string"): TypeRule => () => valueType(type, false);
export const failing = (type: "int64" | "float64" | "boolean"): TypeRule => () => valueType(type, true);

function operand(args: readonly Expr[], index: number): Expr {
  const expr = args[index];
  if (expr === undefined) throw new TypeError(`Cannot build a call: argument ${index + 1} is missing`);
  return expr;
}

const first = (args: readonly Expr[]) => operand(args, 0);

type DecimalRule = (left: DecimalShape, right: DecimalShape, nullable: boolean) => ValueType;

function arithmetic(decimal: DecimalRule): TypeRule {
  return (args) => {
    const [left, right] = [first(args), operand(args, 1)];
    const types = [left.type.type, right.type.type];
    if (types.includes("float64")) return valueType("float64", true);
    if (!types.includes("decimal")) return valueType("int64", true);
    return decimal(decimalShape(left), decimalShape(right), anyNullable(args));
  };
}

const addition = arithmetic((left, right, nullable) => {
  const { precision, scale } = addShape(left, right);
  return decimalType(precision, scale, nullable || addMayOverflow(left, right));
});

const multiplication = arithmetic((left, right, nullable) => {
  const { precision, scale } = multiplyShape(left, right);
  return decimalType(precision, scale, nullable || multiplyMayOverflow(left, right));
});

const remainder = arithmetic((left, right) => {
  const { precision, scale } = commonShape(left, right);
  return decimalType(precision, scale, true);
});

/** Rounding may carry into one more digit (9.5 → 10). */
export const rounded: TypeRule = (args) => {
  const { type } = first(args);
  if (type.type !== "decimal") return { ...type, nullable: true };
  const { precision, scale } = decimalShapeOf(type);
  return decimalType(Math.min(precision + 1, MAX_PRECISION), scale, true);
};

const DATE_UNITS: readonly TimeUnit[] = TIME_UNITS.slice(TIME_UNITS.indexOf("day"));

export function isDateUnit(unit: TimeUnit): boolean {
  return DATE_UNITS.includes(unit);
}

/**
 * Operations that nodes and operators build, each with the rule of its result type. An operation that is a formula's
 * function alone has its rule there, in `formula/library/`.
 */
export const RULES = {
  add: addition,
  subtract: addition,
  multiply: multiplication,
  divide: failing("float64"),
  exact_ratio: failing("float64"),
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
  lower: strict("string"),
  lower_each: strict("string"),
  contains: strict("boolean"),
  starts_with: strict("boolean"),
  ends_with: strict("boolean"),
  matches: strict("boolean"),
  key: (args) => first(args).type,
  in: (args) => valueType("boolean", first(args).type.nullable),
  abs: (args) => ({ ...first(args).type, nullable: true }),
  power: failing("float64"),
  date_diff: strict("int64"),
  date_add: (args, extra) => {
    const keepsDate = operand(args, 1).type.type === "date" && extra.unit !== undefined &&
      isDateUnit(extra.unit);
    return valueType(keepsDate ? "date" : "datetime", true);
  },
  now: () => valueType("datetime", false),
  bucket: (args) => ({ ...first(args).type, nullable: anyNullable(args) }),
  pixel_column: failing("float64"),
  axis_value: failing("float64"),
  median_of: failing("float64"),
  count_distinct_of: () => valueType("int64", false),
  row_hash: always("string"),
  refused_above: (args) => first(args).type,
  cast: (args, extra) => ({ ...(extra.type ?? first(args).type), nullable: true }),
} satisfies Readonly<Partial<Record<ScalarOp, TypeRule>>>;

/** The operations that `RULES` gives a type. */
export type CoreOp = keyof typeof RULES;

/** An operation that is a formula's function and nothing else. */
export type FormulaOp = Exclude<ScalarOp, CoreOp>;

/** What a function over many rows gives, as an aggregate and over a window alike. */
export function resultType(
  op: AggregateOp | WindowOp,
  arg: ValueType = valueType("string", true),
): ValueType {
  switch (op) {
    case "count":
    case "count_distinct":
    case "row_number":
    case "rank":
    case "dense_rank":
    case "ntile":
      return valueType("int64", false);
    case "avg":
    case "median":
    case "percentile":
    case "stddev":
    case "variance":
      return valueType("float64", true);
    case "sum":
      if (arg.type === "float64") return valueType("float64", true);
      return decimalType(Math.max(38, arg.precision ?? 0), decimalShapeOf(arg).scale, true);
    case "collect":
      return arg;
    default:
      return { ...arg, nullable: true };
  }
}
