/** What goes in and what comes out: placeholders, and columns of every type that a table may have. */
import type { CatalogColumn, ValueType } from "../../schema/vocabulary.ts";
import { parseStoreType } from "../../schema/store_types.ts";
import type { Placeholder } from "../dialect.ts";
import type { Spelling } from "./spelling.ts";
import { parameterType } from "./types.ts";

const CANONICAL: Readonly<Record<ValueType["type"], readonly string[]>> = {
  string: ["text", "varchar", "character varying"],
  int64: ["bigint", "int8"],
  float64: ["double precision", "float8"],
  decimal: ["numeric", "decimal"],
  date: ["date"],
  datetime: ["timestamptz", "timestamp with time zone"],
  boolean: ["boolean", "bool"],
};

export function readColumn(sql: string, column: CatalogColumn, type: ValueType, { utc }: Spelling): string {
  if (column.storeType === undefined) return sql;
  const { name } = parseStoreType(column.storeType);
  if (CANONICAL[type.type].includes(name)) return sql;
  if (name === "timestamp" || name === "timestamp without time zone") return `(${sql} AT TIME ZONE ${utc})`;
  return `${sql}::${parameterType(type)}`;
}

/** Datetimes are bound without a zone and are in UTC, whatever zone the session has. */
export function placeholder(
  position: number,
  type: ValueType,
  list: boolean,
  { utc }: Spelling,
): Placeholder {
  const isMoment = type.type === "datetime" && !list;
  const name = `$${position}`;
  const driverType = isMoment ? "timestamp" : parameterType(type, list);
  const text = `${name}::${driverType}`;
  return { name, type: driverType, text: isMoment ? `(${text} AT TIME ZONE ${utc})` : text };
}
