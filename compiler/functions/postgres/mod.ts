/** Every operation on PostgreSQL. */
import type { DialectFunctions, ScalarEmitter } from "../dialect.ts";
import { aggregates, windows } from "./aggregates.ts";
import * as arithmetic from "./arithmetic.ts";
import * as text from "./text.ts";
import * as time from "./time.ts";
import { castTo, parameterType, placeholder } from "./types.ts";

/** Text is ordered by bytes, whatever the database's collation. */
const comparison = (operator: string): ScalarEmitter => ([left, right], call) =>
  call.args[0]?.type.type === "string"
    ? `(${left} ${operator} ${right} COLLATE "C")`
    : `(${left} ${operator} ${right})`;
const joined = (operator: "AND" | "OR"): ScalarEmitter => (args) => `(${args.join(` ${operator} `)})`;

export const postgres: DialectFunctions = {
  scalar: {
    add: arithmetic.infix("+"),
    subtract: arithmetic.infix("-"),
    multiply: arithmetic.infix("*"),
    divide: arithmetic.divide,
    modulo: arithmetic.modulo,
    negate: arithmetic.negate,
    eq: comparison("="),
    ne: comparison("<>"),
    lt: comparison("<"),
    le: comparison("<="),
    gt: comparison(">"),
    ge: comparison(">="),
    and: joined("AND"),
    or: joined("OR"),
    not: ([x]) => `(NOT ${x})`,
    is_null: ([x]) => `(${x} IS NULL)`,
    is_not_null: ([x]) => `(${x} IS NOT NULL)`,
    is_true: ([x]) => `(${x} IS TRUE)`,
    is_false: ([x]) => `(${x} IS FALSE)`,
    coalesce: (args) => `coalesce(${args.join(", ")})`,
    nullif: (args) => `nullif(${args.join(", ")})`,
    concat: text.concat,
    to_text: text.toText,
    upper: text.upper,
    lower: text.lower,
    lower_each: text.lowerEach,
    trim: text.trim,
    left: text.left,
    right: text.right,
    length: text.length,
    replace: text.replace,
    contains: text.contains,
    starts_with: text.startsWith,
    ends_with: text.endsWith,
    matches: text.matches,
    key: ([x]) => x ?? "",
    in: ([x, list], call) => {
      const isTime = call.args[0]?.type.type === "datetime";
      return `(${isTime ? `(${x} AT TIME ZONE 'UTC')` : x} = ANY(${list}))`;
    },
    abs: arithmetic.abs,
    round: arithmetic.round,
    ceil: arithmetic.whole("ceil"),
    floor: arithmetic.whole("floor"),
    power: arithmetic.power,
    sqrt: arithmetic.sqrt,
    ln: arithmetic.ln,
    log: arithmetic.log,
    year: time.part("year"),
    month: time.part("month"),
    day: time.part("day"),
    hour: time.part("hour"),
    minute: time.part("minute"),
    date_diff: time.dateDiff,
    date_add: time.dateAdd,
    now: time.now,
    bucket: time.bucket,
    cast: arithmetic.cast,
    median_of: ([values]) =>
      `(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v) FROM unnest(${values}) AS v)`,
    count_distinct_of: ([values]) => `(SELECT count(DISTINCT v) FROM unnest(${values}) AS v)`,
    pixel_column: time.pixelColumn,
    row_hash: text.rowHash,
  },
  aggregate: aggregates,
  window: windows,
  parameterType,
  placeholder,
  castTo,
};
