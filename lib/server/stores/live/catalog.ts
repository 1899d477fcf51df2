/** What the live store says about its tables and views, as catalogue entries. */
import type { CatalogColumn, CatalogTable, Column, ValueType } from "@/compiler/schema/types.ts";
import type { Row } from "../types.ts";

export const CATALOG_SQL =
  "SELECT table_schema, table_name, column_name, data_type, is_nullable, numeric_precision, " +
  "numeric_scale FROM information_schema.columns WHERE table_schema = ANY ($1::text[]) " +
  "ORDER BY table_schema, table_name, ordinal_position";

export const CATALOG_COLUMNS: readonly Column[] = [
  { name: "table_schema", type: "string", nullable: false },
  { name: "table_name", type: "string", nullable: false },
  { name: "column_name", type: "string", nullable: false },
  { name: "data_type", type: "string", nullable: false },
  { name: "is_nullable", type: "string", nullable: false },
  { name: "numeric_precision", type: "float64", nullable: true },
  { name: "numeric_scale", type: "float64", nullable: true },
];

type CatalogRow = readonly [string, string, string, string, string, number | null, number | null];

interface LogicalType {
  readonly type: ValueType["type"];
  readonly storeType: string;
}

const LOGICAL: Readonly<Record<string, LogicalType>> = {
  "text": { type: "string", storeType: "text" },
  "character varying": { type: "string", storeType: "varchar" },
  "character": { type: "string", storeType: "char" },
  "uuid": { type: "string", storeType: "uuid" },
  "smallint": { type: "int64", storeType: "smallint" },
  "integer": { type: "int64", storeType: "integer" },
  "bigint": { type: "int64", storeType: "bigint" },
  "real": { type: "float64", storeType: "real" },
  "double precision": { type: "float64", storeType: "double precision" },
  "numeric": { type: "decimal", storeType: "numeric" },
  "date": { type: "date", storeType: "date" },
  "timestamp without time zone": { type: "datetime", storeType: "timestamp" },
  "timestamp with time zone": { type: "datetime", storeType: "timestamptz" },
  "boolean": { type: "boolean", storeType: "boolean" },
};

function toColumn([, , name, dataType, isNullable, precision, scale]: CatalogRow): CatalogColumn | null {
  const logical = LOGICAL[dataType];
  if (!logical) return null;
  const column = { name, ...logical, nullable: isNullable !== "NO" };
  if (logical.type !== "decimal" || precision === null || scale === null) return column;
  return { ...column, precision, scale, storeType: `numeric(${precision},${scale})` };
}

/** Columns without a logical type are left out, and so is a table with no other columns. */
export function catalogTables(rows: readonly Row[]): readonly CatalogTable[] {
  const tables = new Map<string, { database: string; table: string; columns: CatalogColumn[] }>();
  for (const row of rows as readonly CatalogRow[]) {
    const column = toColumn(row);
    if (!column) continue;
    const [database, table] = row;
    const key = JSON.stringify([database, table]);
    const entry = tables.get(key) ?? { database, table, columns: [] };
    tables.set(key, entry);
    entry.columns.push(column);
  }
  return [...tables.values()].map((entry) => ({
    ...entry,
    store: "materialize",
    ...(entry.columns.some(({ name, type }) => name === "symbol" && type === "string")
      ? { symbolColumn: "symbol" }
      : {}),
  }));
}
