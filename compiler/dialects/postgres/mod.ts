/** PostgreSQL, written so that Materialize can be what differs from it. */
import { driverMoment } from "../calendar.ts";
import type { Dialect } from "../dialect.ts";
import { aggregateFunctions } from "./aggregates.ts";
import { placeholder, readColumn } from "./columns.ts";
import { decimalOrNull, floatToDecimal, floatToInt64, int64OrNull } from "./ranges.ts";
import { exactQuotient } from "./quotients.ts";
import { scalarFunctions } from "./scalars.ts";
import type { Spelling } from "./spelling.ts";
import { floatText } from "./text.ts";
import { timeFramesIn } from "./time_frames.ts";
import { parameterType } from "./types.ts";
import { windowFunctions } from "./windows.ts";

/** PostgreSQL cuts longer names without a warning. */
const MAX_NAME_BYTES = 63;
const encoder = new TextEncoder();

/** The dialect in a given spelling. */
export const postgresAs = (spelling: Spelling): Dialect => ({
  name: "postgres",
  functions: {
    scalar: scalarFunctions(spelling),
    aggregate: aggregateFunctions(spelling),
    window: windowFunctions(spelling),
    timeFrames: timeFramesIn(spelling),
  },
  // Parameters are counted in sixteen bits; a SELECT has at most 1,664 entries.
  bounds: { bytes: 16_000_000, params: 65_534, columns: 1_600, nesting: 2_000 },

  hasQualify: false,
  asof: "lateral",
  sharesOnce: true,
  gathersWindows: true,
  guardsFloats: true,
  namesOperands: spelling.namesOperands,
  nestsDeep: true,
  nullsUnmatched: true,
  matchesByRe2: false,

  limitAs: "bound",
  existence: "exists",
  fence: "OFFSET 0",
  series: ({ end, step, alias, column }) => ({
    text: `CROSS JOIN LATERAL generate_series(0::bigint, ${end} - 1, ${step}) AS ${alias}(${column})`,
    value: `${alias}.${column}`,
  }),
  countAll: "count(*)",

  quoteIdentifier: (name) => `"${name.replaceAll('"', '""')}"`,
  isUsableName: (name) =>
    name !== "" && !name.includes("\0") &&
    (name.length <= 15 || encoder.encode(name).length <= MAX_NAME_BYTES),

  parameterType,
  placeholder: (position, type, list) => placeholder(position, type, list, spelling),
  nullLiteral: (type) => `NULL::${parameterType(type)}`,
  driverValue: (value, type) =>
    type.type === "datetime" && typeof value === "string" ? driverMoment(value) : value,
  driverList: (values) => values,
  textHoldsNul: false,
  readColumn: (sql, column, type) => readColumn(sql, column, type, spelling),
  isExact: () => true,
  sortable: (sql, type) => type.type === "string" ? `(${sql} COLLATE "C")` : sql,
  asNullable: (sql) => sql,
  asDeclared: (sql) => sql,
});

export const postgres = postgresAs({
  utc: "'UTC'",
  byBytes: ' COLLATE "C"',
  namesOperands: true,
  checksSumsOnce: false,
  exactQuotient,
  int64OrNull,
  decimalOrNull,
  floatToInt64,
  floatToDecimal,
  decimalText: (numeric) => `trim_scale(${numeric})::text`,
  floatText,
  dateText: (date) => `to_char(${date}, 'YYYY-MM-DD')`,
});
