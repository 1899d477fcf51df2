/** PostgreSQL: the default that Materialize differs from. */
import { parameterType } from "../../functions/emit.ts";
import type { ValueType } from "../../schema/types.ts";
import { parseStoreType } from "../../schema/store_types.ts";
import type { Dialect } from "../dialect.ts";

const CANONICAL: Readonly<Record<ValueType["type"], readonly string[]>> = {
  string: ["text", "varchar", "character varying"],
  int64: ["bigint", "int8"],
  float64: ["double precision", "float8"],
  decimal: ["numeric", "decimal"],
  date: ["date"],
  datetime: ["timestamptz", "timestamp with time zone"],
  boolean: ["boolean", "bool"],
};

/** PostgreSQL cuts longer names, silently. */
const MAX_NAME_BYTES = 63;
const encoder = new TextEncoder();

export const postgres: Dialect = {
  name: "postgres",
  hasQualify: false,
  quoteIdentifier: (name) => `"${name.replaceAll('"', '""')}"`,
  isUsableName: (name) =>
    name !== "" && !name.includes("\0") &&
    (name.length <= 15 || encoder.encode(name).length <= MAX_NAME_BYTES),
  readColumn(sql, column, type) {
    if (column.storeType === undefined) return sql;
    const { name } = parseStoreType(column.storeType);
    if (CANONICAL[type.type].includes(name)) return sql;
    if (name === "timestamp" || name === "timestamp without time zone") return `(${sql} AT TIME ZONE 'UTC')`;
    return `${sql}::${parameterType("postgres", type)}`;
  },
  isExact: () => true,
  placeholder(position, type, list) {
    const driverType = type.type === "datetime"
      ? (list ? "timestamp[]" : "timestamp")
      : parameterType("postgres", type, list);
    // The value is in UTC whatever zone the session has.
    const zoned = type.type === "datetime";
    const text = `$${position}::${driverType}`;
    return {
      name: `$${position}`,
      type: driverType,
      text: zoned && !list ? `(${text} AT TIME ZONE 'UTC')` : text,
    };
  },
  driverValue(value, type) {
    if (type.type === "datetime" && typeof value === "string") return driverMoment(value);
    return value;
  },
  sortable: (sql, type) => type.type === "string" ? `(${sql} COLLATE "C")` : sql,
  driverList: (values) => values,
  asNullable: (sql) => sql,
  asDeclared: (sql) => sql,
  nullLiteral: (type) => `NULL::${parameterType("postgres", type)}`,
  limitAs: "bound",
  existence: "exists",
  asof: "lateral",
  sharesOnce: true,
  gathersWindows: true,
  guardsFloats: true,
  namesOperands: true,
  nestsDeep: true,
  nullsUnmatched: true,
  fence: "OFFSET 0",
  countAll: "count(*)",
};

/** `2024-01-31T09:30:00.000Z` → `2024-01-31 09:30:00.000`. */
export function driverMoment(iso: string): string {
  const text = iso.replace("T", " ").replace(/Z$/, "");
  return text.includes(".") ? text : `${text}.000`;
}
