/** ClickHouse, under its default settings and `readonly=1`. */
import { parameterType } from "../../functions/emit.ts";
import type { CatalogColumn, ValueType } from "../../schema/types.ts";
import { parseStoreType, storeShape } from "../../schema/store_types.ts";
import type { Dialect } from "../dialect.ts";
import { driverMoment, postgres } from "./postgres.ts";

const CANONICAL: Readonly<Record<ValueType["type"], readonly string[]>> = {
  string: ["string"],
  int64: ["int64"],
  float64: ["float64"],
  decimal: ["decimal", "decimal32", "decimal64", "decimal128", "decimal256"],
  date: ["date", "date32"],
  datetime: [],
  boolean: ["bool"],
};

function isCanonical(column: CatalogColumn, type: ValueType): boolean {
  if (column.storeType === undefined) return true;
  const { name, args } = parseStoreType(column.storeType);
  if (type.type === "datetime") {
    return name === "datetime64" && args[0] === "3" && /^'UTC'$/.test(args[1] ?? "");
  }
  if (type.type === "decimal") {
    const shape = storeShape(column.storeType);
    return CANONICAL.decimal.includes(name) && shape?.precision === type.precision &&
      shape?.scale === type.scale;
  }
  return CANONICAL[type.type].includes(name);
}

export const clickhouse: Dialect = {
  ...postgres,
  name: "clickhouse",
  hasQualify: true,
  // Backslashes are escapes inside quoted identifiers too.
  quoteIdentifier: (name) => `"${name.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`,
  isUsableName: (name) => name !== "" && !name.includes("\0"),
  readColumn(sql, column, type) {
    if (isCanonical(column, type)) return sql;
    const { name, args } = parseStoreType(column.storeType ?? "");
    switch (type.type) {
      case "datetime": {
        // A finer clock is kept; only the zone is settled.
        const digits = name === "datetime64" ? Math.max(Number(args[0] ?? 3), 3) : 3;
        return `toDateTime64(${sql}, ${digits}, 'UTC')`;
      }
      case "int64":
        // Whole numbers beyond ours are null, or stop the statement where null cannot be; they never wrap.
        if (name === "uint64") return `accurateCast${column.nullable ? "OrNull" : ""}(${sql}, 'Int64')`;
        return `toInt64(${sql})`;
      case "float64":
        return `toFloat64(${sql})`;
      case "date":
        return `toDate32(${sql})`;
      case "boolean":
        return `(${sql} != 0)`;
      case "decimal":
        return `CAST(${sql} AS ${declaredType(type)})`;
      case "string":
        // The engine compares and joins LowCardinality text as it is, and finds it in its index.
        return /LowCardinality\(/.test(column.storeType ?? "") ? sql : `toString(${sql})`;
    }
  },
  isExact: (column, type) =>
    isCanonical(column, type) && !/LowCardinality\(/.test(column.storeType ?? "") && type.type !== "date",
  placeholder(position, type, list) {
    const driverType = parameterType("clickhouse", { ...type, nullable: false }, list);
    return { name: `p${position}`, type: driverType, text: `{p${position}:${driverType}}` };
  },
  driverValue(value, type) {
    if (type.type === "datetime" && typeof value === "string") return driverMoment(value);
    // The client takes such a number for a whole one that has lost digits.
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return String(value);
    return value;
  },
  // Inside a list the client would quote digits, which the engine does not take for a number.
  driverList: (values, type) =>
    type.type === "int64" || type.type === "decimal" || type.type === "float64"
      ? `[${values.join(",")}]`
      : values,
  sortable: (sql) => sql,
  asNullable: (sql) => `toNullable(${sql})`,
  asDeclared: (sql, type) => `CAST(${sql} AS ${declaredType(type)})`,
  nullLiteral: (type) => `CAST(NULL AS ${declaredType({ ...type, nullable: true })})`,
  existence: "join",
  asof: "join",
  sharesOnce: false,
  gathersWindows: false,
  guardsFloats: false,
  namesOperands: false,
  nestsDeep: false,
  nullsUnmatched: false,
  fence: "",
  // Cast, since the engine sees that a plain count is never below 0, and then groups nothing.
  countAll: "toInt64(count())",
};

function declaredType(type: ValueType): string {
  const name = parameterType("clickhouse", { ...type, nullable: false });
  return type.nullable ? `Nullable(${name})` : name;
}
