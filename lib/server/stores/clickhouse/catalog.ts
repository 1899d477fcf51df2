/** What the engine says about its tables, as catalogue entries. */
import type { CatalogColumn, CatalogTable, Column, ValueType } from "@/compiler/schema/types.ts";
import type { Row } from "../types.ts";
import { parseEngineType } from "./engine_type.ts";

export const CATALOG_SQL =
  "SELECT database, `table`, name, type FROM system.columns WHERE database IN {databases:Array(String)} " +
  "AND NOT startsWith(`table`, '.') ORDER BY database, `table`, position";

export const CATALOG_COLUMNS: readonly Column[] = ["database", "table", "name", "type"]
  .map((name) => ({ name, type: "string", nullable: false }));

const LOGICAL: Readonly<Record<string, Omit<ValueType, "nullable">>> = {
  String: { type: "string" },
  FixedString: { type: "string" },
  UUID: { type: "string" },
  Enum8: { type: "string" },
  Enum16: { type: "string" },
  Bool: { type: "boolean" },
  Date: { type: "date" },
  Date32: { type: "date" },
  DateTime: { type: "datetime" },
  DateTime64: { type: "datetime" },
  Float32: { type: "float64" },
  Float64: { type: "float64" },
  Int8: { type: "int64" },
  Int16: { type: "int64" },
  Int32: { type: "int64" },
  Int64: { type: "int64" },
  UInt8: { type: "int64" },
  UInt16: { type: "int64" },
  UInt32: { type: "int64" },
  UInt64: { type: "decimal", precision: 20, scale: 0 },
  Int128: { type: "decimal", precision: 39, scale: 0 },
  Int256: { type: "decimal", precision: 76, scale: 0 },
  UInt128: { type: "decimal", precision: 39, scale: 0 },
  UInt256: { type: "decimal", precision: 76, scale: 0 },
};

/** The logical type of an engine type; null for what no node can work with, such as arrays. */
export function logicalType(text: string): ValueType | null {
  const type = parseEngineType(text);
  if (type.name === "Decimal") {
    const [precision, scale] = type.arguments.map(Number);
    return { type: "decimal", nullable: type.nullable, precision: precision ?? 38, scale: scale ?? 0 };
  }
  const logical = LOGICAL[type.name];
  return logical ? { ...logical, nullable: type.nullable } : null;
}

/** Columns without a logical type are left out, and so is a table with no other columns. */
export function catalogTables(rows: readonly Row[]): readonly CatalogTable[] {
  const tables = new Map<string, { database: string; table: string; columns: CatalogColumn[] }>();
  for (
    const [database, table, name, storeType] of rows as readonly (readonly [string, string, string, string])[]
  ) {
    const type = logicalType(storeType);
    if (!type) continue;
    const key = JSON.stringify([database, table]);
    const entry = tables.get(key) ?? { database, table, columns: [] };
    tables.set(key, entry);
    entry.columns.push({ name, ...type, storeType });
  }
  return [...tables.values()].map((entry) => ({
    ...entry,
    store: "clickhouse",
    ...symbolColumn(entry.columns),
    ...eventTime(entry.columns),
  }));
}

function symbolColumn(columns: readonly CatalogColumn[]): { readonly symbolColumn?: string } {
  return columns.some(({ name, type }) => name === "symbol" && type === "string")
    ? { symbolColumn: "symbol" }
    : {};
}

/** What a time of events is called in an analytical table. `updated_at` is none: it says how fresh a state is. */
const EVENT_TIMES: readonly string[] = ["event_time", "bucket", "day"];

function eventTime(columns: readonly CatalogColumn[]): { readonly eventTime?: string } {
  const isTime = ({ type }: CatalogColumn) => type === "datetime" || type === "date";
  const name = EVENT_TIMES.find((each) => columns.some((column) => column.name === each && isTime(column)));
  return name === undefined ? {} : { eventTime: name };
}
