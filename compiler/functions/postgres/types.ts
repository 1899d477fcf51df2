/** PostgreSQL's names for our types, and conversions that give null instead of an error. */
import type { ValueType } from "../../schema/types.ts";
import { decimalShapeOf } from "../value_types.ts";

export function columnType(type: ValueType): string {
  switch (type.type) {
    case "string":
      return "text";
    case "int64":
      return "bigint";
    case "float64":
      return "double precision";
    case "decimal":
      return "numeric";
    case "date":
      return "date";
    case "datetime":
      return "timestamptz";
    case "boolean":
      return "boolean";
  }
}

export function parameterType(type: ValueType, list = false): string {
  if (list) return type.type === "datetime" ? "timestamp[]" : `${columnType(type)}[]`;
  return columnType(type);
}

/** Datetimes are bound as UTC without offset, so they must not be read in the session's zone. */
export function placeholder(reference: string, type: ValueType, list = false): string {
  if (type.type === "datetime" && !list) return `($${reference}::timestamp AT TIME ZONE 'UTC')`;
  return `$${reference}::${parameterType(type, list)}`;
}

const INT64_RANGE = "numrange(-9223372036854775809, 9223372036854775807, '[]')";

/**
 * A numeric inside a range, else null, naming the value once: the ray from the value upwards meets the range at the
 * value itself, at the range's lower end when the value lies below, nowhere when it lies above.
 */
function within(numeric: string, range: string, below: string): string {
  return `nullif(lower(numrange(${numeric}, NULL) * ${range}), ${below})`;
}

export function int64OrNull(numeric: string): string {
  return `${within(numeric, INT64_RANGE, "-9223372036854775809")}::bigint`;
}

/** Null where there are more whole digits than that. */
export function decimalOrNull(numeric: string, wholeDigits: number): string {
  return within(numeric, `numrange(-1e${wholeDigits}, 1e${wholeDigits}, '()')`, `-1e${wholeDigits}`);
}

/** The floating-point neighbours of int64's range. */
const ABOVE_INT64 = "9223372036854775808::double precision";
const BELOW_INT64 = "'-9223372036854777856'::double precision";

export function castTo(sql: string, to: ValueType, from?: ValueType): string {
  switch (to.type) {
    case "int64":
      if (from?.type === "boolean") return `${sql}::int::bigint`;
      if (from?.type === "float64") {
        const clamped = `least(greatest(trunc(${sql}), ${BELOW_INT64}), ${ABOVE_INT64})`;
        return `nullif(nullif(${clamped}, ${BELOW_INT64}), ${ABOVE_INT64})::bigint`;
      }
      return int64OrNull(`trunc(${sql}::numeric)`);
    case "decimal": {
      const { precision, scale } = decimalShapeOf(to);
      if (from?.type === "int64" || from?.type === "decimal") {
        const shape = decimalShapeOf(from);
        if (scale >= shape.scale && precision - scale >= shape.precision - shape.scale) {
          return `${sql}::numeric`;
        }
      }
      const source = from?.type === "float64" ? `${sql}::text::numeric` : `${sql}::numeric`;
      return decimalOrNull(`round(${source}, ${scale})`, precision - scale);
    }
    case "datetime":
      return from?.type === "date" ? `(${sql}::timestamp AT TIME ZONE 'UTC')` : `${sql}::timestamptz`;
    case "date":
      return from?.type === "datetime" ? `(${sql} AT TIME ZONE 'UTC')::date` : `${sql}::date`;
    default:
      return `${sql}::${columnType(to)}`;
  }
}
