/** How PostgreSQL writes each window function. */
import { unsupported, type WindowEmitter, type WindowTable } from "../emitters.ts";
import { edgeCall, exactMean, isFloat, sumCall, sumResult } from "./aggregates.ts";
import { floatTotals } from "./float_totals.ts";
import { exactVariance, spreadCalls } from "./quotients.ts";
import type { Spelling } from "./spelling.ts";

const counted = (name: string): WindowEmitter => () => ({ call: `${name}()` });
const framed = (name: string): WindowEmitter => ([x]) => ({ call: `${name}(${x})` });
const spread = (of: (variance: string) => string): WindowEmitter => ([x = ""], expr) => {
  const [call, ...others] = spreadCalls(x);
  return { call, others, wrap: (...values) => of(exactVariance(expr, values)) };
};
const shifted = (name: string): WindowEmitter => ([x], expr) => ({
  call: `${name}(${x}, ${expr.offset ?? 1})`,
});

/** Exact numbers by the engine's own function, floating point so that it cannot fail. */
const total =
  (op: keyof typeof floatTotals, exact: WindowEmitter): WindowEmitter => (args, expr, context) => {
    if (!isFloat(expr)) return exact(args, expr, context);
    const { calls: [call = "", ...others], result } = floatTotals[op](args[0] ?? "", []);
    return { call, others, wrap: (...values) => `(${result(...values)})` };
  };

const missing = unsupported("PostgreSQL has no such function over a window");

export const windowFunctions = (spelling: Spelling) =>
  ({
    row_number: counted("row_number"),
    rank: counted("rank"),
    dense_rank: counted("dense_rank"),
    lag: shifted("lag"),
    lead: shifted("lead"),
    ntile: (_, expr) => ({ call: `ntile(${expr.buckets ?? 1})`, wrap: (over) => `${over}::bigint` }),
    // A place below 1 is an error there, and one beyond the last row gives null.
    nth_value: ([x, place]) => ({
      call: `nth_value(${x}, (CASE WHEN ${place} >= 1 THEN least(${place}, 2147483647) END)::int)`,
    }),
    first_value: framed("first_value"),
    last_value: framed("last_value"),
    first: framed("first_value"),
    last: framed("last_value"),
    sum: total(
      "sum",
      ([x], expr) => ({ call: sumCall(x), wrap: (over) => sumResult(over, expr, spelling) }),
    ),
    avg: total(
      "avg",
      ([x], expr) => ({
        call: sumCall(x),
        others: [`count(${x})`],
        wrap: (total, rows = "") => exactMean(total, rows, expr),
      }),
    ),
    min: ([x], expr) => ({ call: edgeCall("min", x, expr, spelling) }),
    max: ([x], expr) => ({ call: edgeCall("max", x, expr, spelling) }),
    count: ([x]) => ({ call: `count(${x ?? "*"})` }),
    count_distinct: missing,
    median: missing,
    collect: framed("array_agg"),
    stddev: total("stddev", spread((variance) => `sqrt(${variance})`)),
    variance: total("variance", spread((variance) => variance)),
  }) satisfies WindowTable;
