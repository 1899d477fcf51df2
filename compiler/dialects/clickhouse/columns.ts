/** Columns of every type that a table may have, read as values of ours. */
import type { CatalogColumn, ValueType } from "../../schema/vocabulary.ts";
import { parseStoreType, storeShape } from "../../schema/store_types.ts";
import { parameterType, toFloat } from "./types.ts";

const CANONICAL: Readonly<Record<ValueType["type"], readonly string[]>> = {
  string: ["string"],
  int64: ["int64"],
  float64: ["float64"],
  decimal: ["decimal", "decimal32", "decimal64", "decimal128", "decimal256"],
  date: ["date", "date32"],
  datetime: [],
  boolean: ["bool"],
};

const isLowCardinality = ({ storeType = "" }: CatalogColumn) => storeType.includes("LowCardinality(");

function isCanonical(column: CatalogColumn, type: ValueType): boolean {
  if (column.storeType === undefined) return true;
  const { name, args } = parseStoreType(column.storeType);
  if (type.type === "datetime") {
    return name === "datetime64" && args[0] === "3" && args[1] === "'UTC'";
  }
  if (type.type === "decimal") {
    const shape = storeShape(column.storeType);
    return CANONICAL.decimal.includes(name) && shape?.precision === type.precision &&
      shape?.scale === type.scale;
  }
  return CANONICAL[type.type].includes(name);
}

const WIDEST: ReadonlySet<string> = new Set(["int128", "uint128", "int256", "uint256"]);

/** The engine makes decimals of these by their text alone. Past 76 digits, which only 256 bits reach, it is null. */
function ofDigits(sql: string, type: ValueType): string {
  return type.nullable ? `toDecimal256OrNull(toString(${sql}), 0)` : `toDecimal256(toString(${sql}), 0)`;
}

export function readColumn(sql: string, column: CatalogColumn, type: ValueType): string {
  if (isCanonical(column, type)) return sql;
  const { name, args } = parseStoreType(column.storeType ?? "");
  switch (type.type) {
    case "datetime": {
      // A clock finer than milliseconds keeps its digits; only the zone is set.
      const digits = name === "datetime64" ? Math.max(Number(args[0] ?? 3), 3) : 3;
      return `toDateTime64(${sql}, ${digits}, 'UTC')`;
    }
    case "int64":
      return `toInt64(${sql})`;
    case "float64":
      return toFloat(sql, {
        ...type,
        type: CANONICAL.decimal.includes(name) ? "decimal" : "float64",
        ...storeShape(column.storeType),
      });
    case "date":
      return `toDate32(${sql})`;
    case "boolean":
      return `(${sql} != 0)`;
    case "decimal":
      if (WIDEST.has(name)) return ofDigits(sql, type);
      return `CAST(${sql} AS ${parameterType(type)})`;
    case "string":
      // The engine compares and joins LowCardinality text as it is, and finds it in its index.
      return isLowCardinality(column) ? sql : `toString(${sql})`;
  }
}

/** Whether the engine's type of a column read is already exactly ours. */
export const isExact = (column: CatalogColumn, type: ValueType) =>
  isCanonical(column, type) && !isLowCardinality(column) && type.type !== "date";
