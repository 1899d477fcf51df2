/** How value types combine: common types, decimal widths, nullability. */
import type { Expr } from "../ir/expr.ts";
import type { TypeName, ValueType } from "../schema/vocabulary.ts";

/** Decimal256 on ClickHouse; PostgreSQL's numeric is wider. */
export const MAX_PRECISION = 76;
/** Keeps twenty whole digits whatever is multiplied; beyond it the reader has to ROUND first. */
export const MAX_SCALE = 56;
const DEFAULT_PRECISION = 18;
const DEFAULT_SCALE = 6;
const INT64_DIGITS = 19;

export interface DecimalShape {
  readonly precision: number;
  readonly scale: number;
}

export function valueType(type: TypeName, nullable: boolean): ValueType {
  return { type, nullable };
}

export function decimalType(precision: number, scale: number, nullable: boolean): ValueType {
  return { type: "decimal", nullable, precision, scale };
}

export function isNumeric(type: ValueType): boolean {
  return type.type === "int64" || type.type === "decimal" || type.type === "float64";
}

export function isTime(type: ValueType): boolean {
  return type.type === "date" || type.type === "datetime";
}

/** A constant null: it takes whatever type its neighbours have. */
export function isNullLiteral(expr: Expr): boolean {
  return expr.kind === "param" && expr.value === null;
}

/** Whether all arguments of a call are whole numbers and decimals. */
export function isExact({ args }: { readonly args: readonly Expr[] }): boolean {
  return args.every(({ type }) => type.type === "int64" || type.type === "decimal");
}

/** Whole and fractional digits of an exact number; an integer literal counts its own digits only. */
export function decimalShape(expr: Expr): DecimalShape {
  if (expr.type.type === "int64") return { precision: integerDigits(expr), scale: 0 };
  return decimalShapeOf(expr.type);
}

export function decimalShapeOf(type: ValueType): DecimalShape {
  if (type.type !== "decimal") return { precision: INT64_DIGITS, scale: 0 };
  return { precision: type.precision ?? DEFAULT_PRECISION, scale: type.scale ?? DEFAULT_SCALE };
}

function integerDigits(expr: Expr): number {
  if (expr.kind !== "param" || expr.value === null) return INT64_DIGITS;
  return String(expr.value).replace("-", "").length;
}

/** Most whole and most fractional digits of the two. */
function widest(left: DecimalShape, right: DecimalShape) {
  const whole = Math.max(left.precision - left.scale, right.precision - right.scale);
  return { whole, scale: Math.max(left.scale, right.scale) };
}

/** The narrowest shape that holds either side, with `more` whole digits besides. */
export function commonShape(left: DecimalShape, right: DecimalShape, more = 0): DecimalShape {
  const { whole, scale } = widest(left, right);
  return { precision: Math.min(whole + more + scale, MAX_PRECISION), scale };
}

/** Sum or difference: one whole digit more than the wider side. */
export function addShape(left: DecimalShape, right: DecimalShape): DecimalShape {
  return commonShape(left, right, 1);
}

export function multiplyShape(left: DecimalShape, right: DecimalShape): DecimalShape {
  const precision = Math.min(left.precision + right.precision, MAX_PRECISION);
  return { precision, scale: left.scale + right.scale };
}

/** Whether every number of the inner shape has a place in the outer one. */
export function holds(outer: DecimalShape, inner: DecimalShape): boolean {
  return outer.scale >= inner.scale && outer.precision - outer.scale >= inner.precision - inner.scale;
}

/** Whether the result needs more digits than any store has, so that the value has to be checked at run time. */
export function addMayOverflow(left: DecimalShape, right: DecimalShape): boolean {
  const { whole, scale } = widest(left, right);
  return whole + 1 + scale > MAX_PRECISION;
}

export function multiplyMayOverflow(left: DecimalShape, right: DecimalShape): boolean {
  return left.precision + right.precision > MAX_PRECISION;
}

/**
 * The type that holds both without loss: int64 → decimal → float64 and date → datetime. Undefined where there is
 * none, text with a number for instance.
 */
export function commonType(left: ValueType, right: ValueType): ValueType | undefined {
  const nullable = left.nullable || right.nullable;
  if (left.type === right.type && left.type !== "decimal") return { type: left.type, nullable };
  if (isNumeric(left) && isNumeric(right)) {
    if (left.type === "float64" || right.type === "float64") return valueType("float64", nullable);
    const { precision, scale } = commonShape(decimalShapeOf(left), decimalShapeOf(right));
    return decimalType(precision, scale, nullable);
  }
  if (isTime(left) && isTime(right)) return valueType("datetime", nullable);
  return undefined;
}

/** The type of one column that values of both come into: exact and floating numbers do not mix there. */
export function columnTypeOf(left: ValueType, right: ValueType): ValueType | undefined {
  const types = [left.type, right.type];
  const mixesExactness = types.includes("decimal") && types.includes("float64");
  return mixesExactness ? undefined : commonType(left, right);
}

/** The common type of several expressions, nulls set aside. */
export function commonTypeOf(exprs: readonly Expr[]): ValueType | undefined {
  let common: ValueType | undefined;
  let nullable = false;
  for (const expr of exprs) {
    if (expr.type.nullable) nullable = true;
    if (isNullLiteral(expr)) continue;
    if (common === undefined) common = expr.type;
    else {
      const next = commonType(common, expr.type);
      if (next === undefined) return undefined;
      common = next;
    }
  }
  common ??= exprs[0]?.type;
  return common && { ...common, nullable };
}

export function sameType(left: ValueType, right: ValueType): boolean {
  return left.type === right.type && left.scale === right.scale && left.precision === right.precision;
}

/** `decimal(18,6)`, `int64`: for messages. */
export function describeType(type: ValueType): string {
  if (type.type !== "decimal") return type.type;
  const { precision, scale } = decimalShapeOf(type);
  return `decimal(${precision},${scale})`;
}
