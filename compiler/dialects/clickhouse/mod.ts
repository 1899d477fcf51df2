/** ClickHouse, under its default settings and `readonly=1`. */
import type { ValueType } from "../../schema/vocabulary.ts";
import { driverMoment } from "../calendar.ts";
import type { Dialect } from "../dialect.ts";
import { aggregates } from "./aggregates.ts";
import { isExact, readColumn } from "./columns.ts";
import { scalars } from "./scalars.ts";
import { timeFrames } from "./time_frames.ts";
import { parameterType } from "./types.ts";
import { windows } from "./windows.ts";

const asDeclared = (sql: string, type: ValueType) => `CAST(${sql} AS ${parameterType(type)})`;

export const clickhouse: Dialect = {
  name: "clickhouse",
  functions: { scalar: scalars, aggregate: aggregates, window: windows, timeFrames },
  // The default of max_query_size; deeper nesting does not fit on a thread's stack.
  bounds: { bytes: 262_144, params: Infinity, columns: Infinity, nesting: 170 },

  hasQualify: true,
  asof: "join",
  sharesOnce: false,
  gathersWindows: false,
  guardsFloats: false,
  namesOperands: false,
  nestsDeep: false,
  nullsUnmatched: false,
  matchesByRe2: true,

  limitAs: "bound",
  existence: "join",
  fence: "",
  series: ({ end, step, alias }) => ({
    text: `ARRAY JOIN range(toInt64(0), ${end}, ${step}) AS ${alias}`,
    value: alias,
  }),
  rows: (columns, alias) => {
    const arrays = columns.map(({ name, values }) => `${values} AS ${name}`);
    return `(SELECT ${columns.map(({ name }) => name).join(", ")} FROM (SELECT 1)\nARRAY JOIN ${
      arrays.join(", ")
    }) AS ${alias}`;
  },
  // Without the cast the engine sees that the condition always holds and drops it, and the grouping with it.
  countAll: "toInt64(count())",

  // Backslashes are escapes inside quoted identifiers too.
  quoteIdentifier: (name) => `"${name.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`,
  isUsableName: (name) => name !== "" && !name.includes("\0"),

  parameterType,
  placeholder(position, type, list) {
    const name = `p${position}`;
    const driverType = parameterType(type, list);
    return { name, type: driverType, text: `{${name}:${driverType}}` };
  },
  nullLiteral: (type) => asDeclared("NULL", { ...type, nullable: true }),
  driverValue(value, type) {
    if (type.type === "datetime" && typeof value === "string") return driverMoment(value);
    // The client refuses a whole number past 2^53 as one that has lost digits, so it goes as text.
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return String(value);
    return value;
  },
  // In a list the client would write digits in quotes, which the engine does not read as numbers.
  driverList: (values, type) =>
    type.type === "int64" || type.type === "decimal" || type.type === "float64"
      ? `[${values.map((value) => value ?? "NULL").join(",")}]`
      : values,
  textHoldsNul: true,
  readColumn,
  isExact,
  sortable: (sql) => sql,
  asNullable: (sql) => `toNullable(${sql})`,
  asDeclared,
};
