/**
 * Materialize as what differs from PostgreSQL: only functions that its documentation has. It knows no collations,
 * ranges, percentiles or numbers of more than 39 digits.
 */
import { type DialectFunctions, type ScalarEmitter, unsupported, type WindowEmitter } from "./dialect.ts";
import { aggregates } from "./materialize/aggregates.ts";
import * as arithmetic from "./materialize/arithmetic.ts";
import * as text from "./materialize/text.ts";
import * as time from "./materialize/time.ts";
import { castTo, UTC } from "./materialize/types.ts";
import { postgres } from "./postgres/mod.ts";

const comparison = (operator: string): ScalarEmitter => ([left, right]) => `(${left} ${operator} ${right})`;

/** The aggregate of the same name over a window. */
const over = (name: keyof typeof aggregates): WindowEmitter => (args, expr, context) => ({
  call: aggregates[name](
    { args, orderBy: [] },
    { kind: "aggregate", op: name, args: expr.args, orderBy: [], type: expr.type },
    context,
  ),
});

export const materialize: DialectFunctions = {
  ...postgres,
  scalar: {
    ...postgres.scalar,
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
    to_text: text.toText,
    contains: text.contains,
    starts_with: text.startsWith,
    matches: text.matches,
    in: ([x, list], call) =>
      `(${call.args[0]?.type.type === "datetime" ? `(${x} AT TIME ZONE ${UTC})` : x} = ANY(${list}))`,
    abs: arithmetic.abs,
    round: arithmetic.round,
    power: arithmetic.power,
    year: time.part("year"),
    month: time.part("month"),
    day: time.part("day"),
    hour: time.part("hour"),
    minute: time.part("minute"),
    date_diff: time.dateDiff,
    date_add: time.dateAdd,
    bucket: time.bucket,
    cast: arithmetic.cast,
    pixel_column: time.pixelColumn,
    median_of: unsupported("the live store has no median"),
    count_distinct_of: unsupported("the live store does not count distinct values over a window"),
    row_hash: text.rowHash,
  },
  aggregate: aggregates,
  window: {
    ...postgres.window,
    sum: over("sum"),
    avg: over("avg"),
    min: over("min"),
    max: over("max"),
    stddev: over("stddev"),
    median: unsupported("the live store has no median"),
    count_distinct: unsupported("the live store does not count distinct values over a window"),
    collect: unsupported("the live store has no median"),
  },
  placeholder: (reference, type, list) =>
    type.type === "datetime" && !list
      ? `($${reference}::timestamp AT TIME ZONE ${UTC})`
      : postgres.placeholder(reference, type, list),
  castTo,
};
