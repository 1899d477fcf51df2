/** Aggregates: floating point has no limits to guard there, and there are no percentiles. */
import {
  type AggregateEmitter,
  type AggregateTable,
  type ScalarTable,
  unsupported,
  type WindowEmitter,
  type WindowTable,
} from "../emitters.ts";
import { decimalShapeOf } from "../../functions/value_types.ts";
import { exactPlaces, ROWS_DIGITS, squaresFit, type Total } from "../sums.ts";
import { double, numeric } from "../postgres/casts.ts";
import { exactPercentile, ofDouble } from "../postgres/aggregates.ts";
import { quotient } from "./arithmetic.ts";
import { spreadCalls, spreadParts } from "../postgres/quotients.ts";
import { filtered } from "../postgres/filtered.ts";

const sum: AggregateEmitter = ({ args: [x], where }, expr) =>
  filtered(`sum(${expr.type.type === "float64" ? x : numeric(x)})`, [where]);

/** Digits of the store's exact numbers, in which it adds and divides. */
const DIGITS = 39;

/** Of exact numbers the exact sum is divided once, where it has room. */
const hasExactSum = ({ args: [arg] }: Total) =>
  arg !== undefined && arg.type.type !== "float64" &&
  decimalShapeOf(arg.type).precision + ROWS_DIGITS <= DIGITS;

const meanOf = (total: string, rows: string) => double(`(${total} / ${numeric(rows)})`);

const avg: AggregateEmitter = (parts, expr, context) => {
  const { args: [x], where } = parts;
  if (!hasExactSum(expr)) return ofDouble("avg")(parts, expr, context);
  return meanOf(filtered(`sum(${numeric(x)})`, [where]), filtered(`count(${x})`, [where]));
};

const avgOver: WindowEmitter = (args, expr, context) => {
  const [x] = args;
  if (!hasExactSum(expr)) return over("avg")(args, expr, context);
  return {
    call: `sum(${numeric(x)})`,
    others: [`count(${x})`],
    wrap: (total, rows = "") => meanOf(total, rows),
  };
};

/** Of exact numbers from exact sums, where their squares have room. */
const exactVariance = (sums: readonly string[]) => {
  const { top, bottom } = spreadParts(sums);
  return quotient(top, bottom);
};

const spread =
  (name: string, of: (variance: string) => string): AggregateEmitter => (parts, expr, context) => {
    const { args: [x = ""], where } = parts;
    if (!squaresFit(expr, DIGITS)) return ofDouble(name)(parts, expr, context);
    return of(exactVariance(spreadCalls(x).map((call) => filtered(call, [where]))));
  };

const spreadOver =
  (op: "stddev" | "variance", of: (variance: string) => string): WindowEmitter => (args, expr, context) => {
    if (!squaresFit(expr, DIGITS)) return over(op)(args, expr, context);
    const [call, ...others] = spreadCalls(`${args[0]}`);
    return { call, others, wrap: (...sums) => of(exactVariance(sums)) };
  };

const itself = (sql: string) => sql;
const root = (sql: string) => `sqrt(${sql})`;

/** The mean of the two in the middle, which are one where the count is odd: exact and then a double where it has room. */
const median: AggregateEmitter = ({ args: [x], where }, expr) => {
  const isExact = exactPlaces(expr, DIGITS) !== undefined;
  const value = isExact ? numeric(x) : double(x);
  const ordered = filtered(`array_agg(${value} ORDER BY ${value})`, [where, `${x} IS NOT NULL`]);
  const count = filtered(`count(${x})`, [where]);
  const [low, high] = [`(${ordered})[(${count} + 1) / 2]`, `(${ordered})[(${count} + 2) / 2]`];
  return isExact ? double(`((${low} + ${high}) * 0.5)`) : `(${low} / 2 + ${high} / 2)`;
};

/** Between the two values around the place. */
const percentile: AggregateEmitter = ({ args: [x = "", part = ""], where }, expr) => {
  if (exactPlaces(expr, DIGITS)) return exactPercentile(x, part, where);
  const [value, share] = [double(x), double(part)];
  const ordered = filtered(`array_agg(${value} ORDER BY ${value})`, [where, `${x} IS NOT NULL`]);
  const place = `(${share} * (${filtered(`count(${x})`, [where])} - 1))`;
  const [low, high] = ["floor", "ceil"].map((edge) => `(${ordered})[${edge}(${place})::bigint + 1]`);
  return `(${low} + (${place} - floor(${place})) * (${high} - ${low}))`;
};

export const aggregates = {
  sum,
  avg,
  stddev: spread("stddev_samp", root),
  variance: spread("var_samp", itself),
  median,
  percentile,
} satisfies Partial<AggregateTable>;

/** The aggregate of the same name over a window. */
const over =
  (name: Exclude<keyof typeof aggregates, "percentile">): WindowEmitter => (args, expr, context) => ({
    call: aggregates[name](
      { args, orderBy: [] },
      { kind: "aggregate", op: name, args: expr.args, orderBy: [], type: expr.type },
      context,
    ),
  });

const noMedian = unsupported("the live store has no median");
const noDistinct = unsupported("the live store does not count distinct values over a window");

export const windows = {
  sum: over("sum"),
  avg: avgOver,
  stddev: spreadOver("stddev", root),
  variance: spreadOver("variance", itself),
  median: noMedian,
  count_distinct: noDistinct,
  collect: noMedian,
  ntile: unsupported("the live store does not deal rows out into buckets"),
  nth_value: unsupported(
    "the live store does not look a row up by its place, which skipping empty values takes",
  ),
} satisfies Partial<WindowTable>;

/** What is computed from the values that a window collected: nothing, since it collects none. */
export const ofCollected = {
  median_of: noMedian,
  count_distinct_of: noDistinct,
} satisfies Partial<ScalarTable>;
