/** The names of our types, and conversions that give null instead of an error. */
import type { ValueType } from "../../schema/vocabulary.ts";
import { decimalShapeOf, holds } from "../../functions/value_types.ts";
import { numeric } from "./casts.ts";
import type { Spelling } from "./spelling.ts";

function columnType(type: ValueType): string {
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

/** Converts finished SQL of a known type; null where the value does not fit. */
type Conversion = (sql: string, to: ValueType, from?: ValueType) => string;

export function conversion(spelling: Spelling): Conversion {
  const { utc, int64OrNull, decimalOrNull, floatToInt64, floatToDecimal } = spelling;

  function toDecimal(sql: string, to: ValueType, from: ValueType | undefined): string {
    const { precision, scale } = decimalShapeOf(to);
    if (from?.type === "float64") return floatToDecimal(sql, precision, scale);
    const isExact = from?.type === "int64" || from?.type === "decimal";
    if (isExact && holds({ precision, scale }, decimalShapeOf(from))) return numeric(sql);
    return decimalOrNull(`round(${numeric(sql)}, ${scale})`, precision - scale);
  }

  return (sql, to, from) => {
    switch (to.type) {
      case "int64":
        if (from?.type === "boolean") return `${sql}::int::bigint`;
        if (from?.type === "float64") return floatToInt64(sql);
        return int64OrNull(`trunc(${numeric(sql)})`);
      case "decimal":
        return toDecimal(sql, to, from);
      case "datetime":
        return from?.type === "date" ? `(${sql}::timestamp AT TIME ZONE ${utc})` : `${sql}::timestamptz`;
      case "date":
        return from?.type === "datetime" ? `(${sql} AT TIME ZONE ${utc})::date` : `${sql}::date`;
      default:
        return `${sql}::${columnType(to)}`;
    }
  };
}
