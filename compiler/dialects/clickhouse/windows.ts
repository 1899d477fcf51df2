/** How ClickHouse writes each window function. */
import type { WindowEmitter, WindowTable } from "../emitters.ts";
import { deviation, exactMean, sumArgument, sumResult } from "./aggregates.ts";
import { byValue } from "./keys.ts";
import { exactMedian } from "./places.ts";
import { exactVariance } from "./quotients.ts";
import { toFloat } from "./types.ts";

const counted = (name: string): WindowEmitter => () => ({
  call: `${name}()`,
  wrap: (over) => `toInt64(${over})`,
});

const shifted = (name: "lag" | "lead"): WindowEmitter => ([x], expr) => ({
  call: `${name}(toNullable(${x}), ${expr.offset ?? 1})`,
});

const framed = (name: string, float = false): WindowEmitter => ([x = ""], expr) => ({
  call: `${name}(${float ? toFloat(x, expr.args[0]?.type) : x})`,
});

/** ClickHouse rewrites count(x) of a nullable column as a sum over its null map, which it then does not find in a window. */
const rowsWith = (x: string) => `countIf(isNotNull(${x}))`;

/** By the engine's function of floating point, and of exact numbers from their variance. */
const spread = (name: string, of: (variance: string) => string): WindowEmitter => ([x = ""], expr) => {
  const exact = exactVariance(expr);
  if (exact === undefined) {
    return { call: `${name}OrNull(${toFloat(x, expr.args[0]?.type)})`, wrap: deviation };
  }
  return {
    call: `sumOrNull(${exact.term(x)})`,
    others: [`sumOrNull(${exact.square(x)})`, rowsWith(x)],
    wrap: (total, squares = "", rows = "") => of(exact.of(total, squares, rows)),
  };
};

export const windows: WindowTable = {
  row_number: counted("row_number"),
  rank: counted("rank"),
  dense_rank: counted("dense_rank"),
  lag: shifted("lag"),
  lead: shifted("lead"),
  ntile: (_, expr) => ({ call: `ntile(${expr.buckets ?? 1})`, wrap: (over) => `toInt64(${over})` }),
  // A place below 1 is an error there, and one beyond the last row gives null.
  nth_value: ([x, place]) => ({
    call: `nth_value(toNullable(${x}), toInt64(greatest(ifNull(${place}, 1), 1)))`,
    wrap: (over) => `if(${place} >= 1, ${over}, NULL)`,
  }),
  first_value: framed("first_value_respect_nulls"),
  last_value: framed("last_value_respect_nulls"),
  first: framed("first_value_respect_nulls"),
  last: framed("last_value_respect_nulls"),
  sum: ([x = ""], expr) => ({
    call: `sumOrNull(${sumArgument(x, expr)})`,
    wrap: (over) => sumResult(over, expr),
  }),
  avg: (args, expr, context) => {
    const exact = exactMean(expr);
    const [x = ""] = args;
    if (exact === undefined) return framed("avgOrNull", true)(args, expr, context);
    return {
      call: `sumOrNull(${exact.term(x)})`,
      others: [rowsWith(x)],
      wrap: (total, rows = "") => exact.of(total, rows),
    };
  },
  min: framed("minOrNull"),
  max: framed("maxOrNull"),
  count: ([x]) => ({
    call: x === undefined ? "count()" : rowsWith(x),
    wrap: (over) => `toInt64(${over})`,
  }),
  count_distinct: ([x], expr) => ({
    call: `uniqExact(${byValue(x, expr.args[0])})`,
    wrap: (over) => `toInt64(${over})`,
  }),
  median: (args, expr, context) => {
    const exact = exactMedian(expr);
    const [x = ""] = args;
    if (exact === undefined) return framed("quantileExactInclusiveOrNull(0.5)", true)(args, expr, context);
    const middle = (name: string) => `${name}OrNull(0.5)(${x})`;
    return {
      call: middle(exact.low),
      others: [middle(exact.high)],
      wrap: (low, high = "") => exact.of(low, high),
    };
  },
  collect: framed("groupArray"),
  stddev: spread("stddevSampStable", (variance) => `sqrt(${variance})`),
  variance: spread("varSampStable", (variance) => variance),
};
