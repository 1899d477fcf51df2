/** The names of our types, and conversions that give null instead of an error. */
import type { ValueType } from "../../schema/vocabulary.ts";
import { decimalShapeOf, holds } from "../../functions/value_types.ts";

function columnType(type: ValueType): string {
  switch (type.type) {
    case "string":
      return "String";
    case "int64":
      return "Int64";
    case "float64":
      return "Float64";
    case "decimal": {
      const { precision, scale } = decimalShapeOf(type);
      return `Decimal(${precision}, ${scale})`;
    }
    case "date":
      return "Date32";
    case "datetime":
      return "DateTime64(3, 'UTC')";
    case "boolean":
      return "Bool";
  }
}

export function parameterType(type: ValueType, list = false): string {
  if (list) return `Array(${parameterType(type)})`;
  return type.nullable ? `Nullable(${columnType(type)})` : columnType(type);
}

/** `toDecimal128(x, 6)`: the narrowest integer width that holds the precision. */
export function toDecimal(sql: string, precision: number, scale: number): string {
  const bits = precision <= 18 ? 64 : precision <= 38 ? 128 : 256;
  return `toDecimal${bits}(${sql}, ${scale})`;
}

/** A double holds so many digits of any decimal, and so many zeros of a power of ten, without rounding. */
const DOUBLE_DIGITS = 15;
const DOUBLE_SCALE = 22;

/**
 * The nearest double. Of a decimal with more digits the engine rounds the digits, divides by the power of ten and rounds
 * again, which is off by one bit every now and then; the text of any decimal it reads right.
 */
export function toFloat(sql: string, from: ValueType | undefined): string {
  if (from?.type !== "decimal") return `toFloat64(${sql})`;
  const { precision, scale } = decimalShapeOf(from);
  return precision <= DOUBLE_DIGITS && scale <= DOUBLE_SCALE
    ? `toFloat64(${sql})`
    : `toFloat64(toString(${sql}))`;
}

/** Converts finished SQL of a known type; null where the value does not fit. */
export function castTo(sql: string, to: ValueType, from?: ValueType): string {
  switch (to.type) {
    case "float64":
      return from?.type === "string" ? `toFloat64OrNull(${sql})` : toFloat(sql, from);
    case "int64":
      if (from?.type === "string") return `toInt64OrNull(${sql})`;
      if (from?.type === "boolean") return `toInt64(${sql})`;
      if (from?.type === "decimal") return `accurateCastOrNull(toInt256(${sql}), 'Int64')`;
      return `accurateCastOrNull(trunc(${sql}), 'Int64')`;
    case "decimal": {
      const { precision, scale } = decimalShapeOf(to);
      const isExact = from?.type === "int64" || from?.type === "decimal";
      if (isExact && holds({ precision, scale }, decimalShapeOf(from))) {
        return toDecimal(sql, precision, scale);
      }
      return toDecimal(inRange(rounded(sql, scale, from), precision, scale), precision, scale);
    }
    case "date":
      return from?.type === "string" ? `toDate32OrNull(${sql})` : `toDate32(${sql})`;
    case "datetime":
      return from?.type === "string"
        ? `parseDateTime64BestEffortOrNull(${sql}, 3, 'UTC')`
        : `toDateTime64(${sql}, 3, 'UTC')`;
    case "boolean":
      return `accurateCastOrNull(${sql}, 'Bool')`;
    case "string":
      return `toString(${sql})`;
  }
}

/** Floating point is read as it prints, through its shortest decimal form. */
function rounded(sql: string, scale: number, from: ValueType | undefined): string {
  const exact = from?.type === "decimal" || from?.type === "int64"
    ? `toDecimal256(${sql}, ${decimalShapeOf(from).scale})`
    : `toDecimal256OrNull(toString(${sql}), ${Math.max(scale + 1, 30)})`;
  return `round(${exact}, ${scale})`;
}

/** A decimal of at most so many digits, else null; named once, so that nesting does not multiply it. */
export function inRange(sql: string, precision: number, scale: number): string {
  const limit = `toDecimal256('1${"0".repeat(precision - scale)}', ${scale})`;
  return `nullIf(nullIf(least(greatest(${sql}, -${limit}), ${limit}), ${limit}), -${limit})`;
}
