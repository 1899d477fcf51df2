/** Conversions on Materialize, which has neither ranges nor numbers of more than 39 digits. */
import type { ValueType } from "../../schema/types.ts";
import { columnType } from "../postgres/types.ts";
import { decimalShapeOf } from "../value_types.ts";

/** The zone has to be cast, or the engine takes it for an interval. */
export const UTC = "'UTC'::text";

const MAX_DIGITS = 38;
const float = (text: string) => `'${text}'::double precision`;

const INT64_BEFORE = "(CASE WHEN abs(";
const INT64_BETWEEN = " + 0.5) < 9223372036854775808 THEN ";
const INT64_AFTER = "::bigint END)";

/** The half moves the range, which has one number more below zero than above, to the middle. */
export const int64OrNull = (numeric: string) =>
  `${INT64_BEFORE}${numeric}${INT64_BETWEEN}${numeric}${INT64_AFTER}`;

/** What `int64OrNull` was given. */
export function beforeCheck(checked: string): string {
  const fixed = INT64_BEFORE.length + INT64_BETWEEN.length + INT64_AFTER.length;
  return checked.slice(INT64_BEFORE.length, INT64_BEFORE.length + (checked.length - fixed) / 2);
}

/** Null where there are more whole digits than that, or than the engine has. */
export function decimalOrNull(numeric: string, wholeDigits: number): string {
  return `(CASE WHEN abs(${numeric}) < 1${
    "0".repeat(Math.min(wholeDigits, MAX_DIGITS))
  } THEN ${numeric} END)`;
}

function fromFloat(sql: string, precision: number, scale: number): string {
  const rounded = `round(${sql}::text::numeric, ${scale})`;
  const limit = Math.min(precision - scale, MAX_DIGITS - Math.min(scale, MAX_DIGITS));
  return `(CASE WHEN abs(${sql}) < ${float(`1e-${scale + 1}`)} THEN 0 WHEN abs(${sql}) < ${
    float(`1e${limit}`)
  } THEN ${rounded} END)`;
}

export function castTo(sql: string, to: ValueType, from?: ValueType): string {
  switch (to.type) {
    case "int64":
      if (from?.type === "boolean") return `${sql}::int::bigint`;
      if (from?.type === "float64") {
        return `(CASE WHEN ${sql} >= ${float("-9223372036854775808")} AND ${sql} < ${
          float("9223372036854775808")
        } THEN trunc(${sql})::bigint END)`;
      }
      return int64OrNull(`trunc(${sql}::numeric)`);
    case "decimal": {
      const { precision, scale } = decimalShapeOf(to);
      if (from?.type === "float64") return fromFloat(sql, precision, scale);
      if (from?.type === "int64" || from?.type === "decimal") {
        const shape = decimalShapeOf(from);
        if (scale >= shape.scale && precision - scale >= shape.precision - shape.scale) {
          return `${sql}::numeric`;
        }
      }
      return decimalOrNull(`round(${sql}::numeric, ${scale})`, precision - scale);
    }
    case "datetime":
      return from?.type === "date" ? `(${sql}::timestamp AT TIME ZONE ${UTC})` : `${sql}::timestamptz`;
    case "date":
      return from?.type === "datetime" ? `(${sql} AT TIME ZONE ${UTC})::date` : `${sql}::date`;
    default:
      return `${sql}::${columnType(to)}`;
  }
}
