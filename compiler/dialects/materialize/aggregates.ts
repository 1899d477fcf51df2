/** Aggregates: floating point has no limits to guard there, and there are no percentiles. */
import {
  type AggregateEmitter,
  type AggregateTable,
  type ScalarTable,
  unsupported,
  type WindowEmitter,
  type WindowTable,
} from "../emitters.ts";
import { double, numeric } from "../postgres/casts.ts";
import { ofDouble } from "../postgres/aggregates.ts";
import { filtered } from "../postgres/filtered.ts";

const sum: AggregateEmitter = ({ args: [x], where }, expr) =>
  filtered(`sum(${expr.type.type === "float64" ? x : numeric(x)})`, [where]);

/** The mean of the two in the middle, which are one where the count is odd. */
const median: AggregateEmitter = ({ args: [x], where }) => {
  const value = double(x);
  const ordered = filtered(`array_agg(${value} ORDER BY ${value})`, [where, `${x} IS NOT NULL`]);
  const count = filtered(`count(${x})`, [where]);
  return `((${ordered})[(${count} + 1) / 2] / 2 + (${ordered})[(${count} + 2) / 2] / 2)`;
};

/** Between the two values around the place. */
const percentile: AggregateEmitter = ({ args: [x, share], where }) => {
  const value = double(x);
  const ordered = filtered(`array_agg(${value} ORDER BY ${value})`, [where, `${x} IS NOT NULL`]);
  const place = `(${share} * (${filtered(`count(${x})`, [where])} - 1))`;
  const [low, high] = ["floor", "ceil"].map((edge) => `(${ordered})[${edge}(${place})::bigint + 1]`);
  return `(${low} + (${place} - floor(${place})) * (${high} - ${low}))`;
};

export const aggregates = {
  sum,
  avg: ofDouble("avg"),
  stddev: ofDouble("stddev_samp"),
  variance: ofDouble("var_samp"),
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
  avg: over("avg"),
  stddev: over("stddev"),
  variance: over("variance"),
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
