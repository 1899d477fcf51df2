/** Every operation on ClickHouse. */
import type { DialectFunctions, ScalarEmitter } from "../dialect.ts";
import { aggregates, windows } from "./aggregates.ts";
import * as arithmetic from "./arithmetic.ts";
import * as text from "./text.ts";
import * as time from "./time.ts";
import { castTo, parameterType, placeholder } from "./types.ts";

const comparison = (operator: string): ScalarEmitter => ([left, right]) => `(${left} ${operator} ${right})`;
const joined = (operator: "AND" | "OR"): ScalarEmitter => (args) => `(${args.join(` ${operator} `)})`;

export const clickhouse: DialectFunctions = {
  scalar: {
    add: arithmetic.infix("+"),
    subtract: arithmetic.infix("-"),
    multiply: arithmetic.infix("*"),
    divide: arithmetic.divide,
    modulo: arithmetic.modulo,
    negate: arithmetic.negate,
    eq: comparison("="),
    ne: comparison("!="),
    lt: comparison("<"),
    le: comparison("<="),
    gt: comparison(">"),
    ge: comparison(">="),
    and: joined("AND"),
    or: joined("OR"),
    not: ([x]) => `(NOT ${x})`,
    is_null: ([x]) => `isNull(${x})`,
    is_not_null: ([x]) => `isNotNull(${x})`,
    is_true: ([x]) => `ifNull(${x}, false)`,
    is_false: ([x]) => `ifNull(NOT ${x}, false)`,
    coalesce: (args) => `coalesce(${args.join(", ")})`,
    nullif: (args) => `nullIf(${args.join(", ")})`,
    concat: text.concat,
    to_text: text.toText,
    upper: text.upper,
    lower: text.lower,
    trim: text.trim,
    left: text.left,
    right: text.right,
    length: text.length,
    replace: text.replace,
    contains: text.contains,
    starts_with: text.startsWith,
    ends_with: text.endsWith,
    matches: text.matches,
    in: ([x, list]) => `(${x} IN ${list})`,
    abs: arithmetic.abs,
    round: arithmetic.round,
    ceil: arithmetic.whole("ceil"),
    floor: arithmetic.whole("floor"),
    power: arithmetic.power,
    sqrt: arithmetic.sqrt,
    ln: arithmetic.ln,
    log: arithmetic.log,
    year: time.part("toYear"),
    month: time.part("toMonth"),
    day: time.part("toDayOfMonth"),
    hour: time.part("toHour"),
    minute: time.part("toMinute"),
    date_diff: time.dateDiff,
    date_add: time.dateAdd,
    now: time.now,
    bucket: time.bucket,
    cast: arithmetic.cast,
    row_hash: text.rowHash,
  },
  aggregate: aggregates,
  window: windows,
  parameterType,
  placeholder,
  castTo,
};
