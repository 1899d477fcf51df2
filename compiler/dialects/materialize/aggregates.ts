/** Aggregates: floating point has no limits to guard there, and there are no percentiles. */
import {
  type AggregateEmitter,
  type AggregateTable,
  type ScalarTable,
  unsupported,
  type WindowEmitter,
  type WindowTable,
} from "../emitters.ts";
import { filtered } from "../postgres/filtered.ts";

const call = (name: string, cast = ""): AggregateEmitter => ({ args: [x], where }) =>
  filtered(`${name}(${x}${cast})`, [where]);

const sum: AggregateEmitter = (parts, expr, context) =>
  call("sum", expr.type.type === "float64" ? "" : "::numeric")(parts, expr, context);

/** The mean of the two in the middle, which are one where the count is odd. */
const median: AggregateEmitter = ({ args: [x], where }) => {
  const value = `${x}::double precision`;
  const ordered = filtered(`array_agg(${value} ORDER BY ${value})`, [where, `${x} IS NOT NULL`]);
  const count = filtered(`count(${x})`, [where]);
  return `((${ordered})[(${count} + 1) / 2] / 2 + (${ordered})[(${count} + 2) / 2] / 2)`;
};

export const aggregates = {
  sum,
  avg: call("avg", "::double precision"),
  stddev: call("stddev_samp", "::double precision"),
  median,
} satisfies Partial<AggregateTable>;

/** The aggregate of the same name over a window. */
const over = (name: keyof typeof aggregates): WindowEmitter => (args, expr, context) => ({
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
  median: noMedian,
  count_distinct: noDistinct,
  collect: noMedian,
} satisfies Partial<WindowTable>;

/** What is computed from the values that a window collected: nothing, since it collects none. */
export const ofCollected = {
  median_of: noMedian,
  count_distinct_of: noDistinct,
} satisfies Partial<ScalarTable>;
