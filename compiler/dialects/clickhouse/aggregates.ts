/** Aggregates: null, not zero, over no rows; exact, never sampled. */
import type { ExprOf } from "../../ir/expr.ts";
import type { AggregateEmitter, AggregateParts, AggregateTable } from "../emitters.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import { decimalShapeOf, MAX_PRECISION } from "../../functions/value_types.ts";
import { ROWS_DIGITS, sumMayOverflow, type Total } from "../sums.ts";
import { byValue } from "./keys.ts";
import { exactMedian, exactPercentile } from "./places.ts";
import { exactVariance, nearest, unitsOf } from "./quotients.ts";
import { inRange, toDecimal, toFloat } from "./types.ts";

/** `name(args)` with the combinators for a condition and for null over no rows; parameters as `(0.5)`. */
function combined(
  name: string,
  args: readonly string[],
  where: string | undefined,
  orNull: boolean,
  parameters = "",
): string {
  const suffix = `${where === undefined ? "" : "If"}${orNull ? "OrNull" : ""}`;
  return `${name}${suffix}${parameters}(${[...args, ...(where === undefined ? [] : [where])].join(", ")})`;
}

export function sumArgument(arg: string, expr: Total): string {
  if (expr.type.type === "float64") return arg;
  const { precision, scale } = decimalShapeOf(expr.type);
  return toDecimal(arg, sumMayOverflow(expr) ? MAX_PRECISION : precision, scale);
}

/** sum() does not notice an overflow, so a wide sum is computed with more digits and checked afterwards. */
export function sumResult(sql: string, expr: Total): string {
  if (!sumMayOverflow(expr)) return sql;
  const { precision, scale } = decimalShapeOf(expr.type);
  return toDecimal(inRange(sql, Math.min(precision, MAX_PRECISION - 1), scale), precision, scale);
}

/** The plain function loses all digits of a small spread around a large mean; either gives NaN for one row. */
export const deviation = (sql: string) => `nullIf(ifNotFinite(${sql}, -1), -1)`;

const simple = (name: string): AggregateEmitter => (parts) =>
  combined(name, [parts.args[0] ?? ""], parts.where, true);

const count: AggregateEmitter = (parts) => `toInt64(${combined("count", parts.args, parts.where, false)})`;

const countDistinct: AggregateEmitter = (parts, expr) =>
  `toInt64(${combined("uniqExact", [byValue(parts.args[0], expr.args[0])], parts.where, false)})`;

const sum: AggregateEmitter = (parts, expr) =>
  sumResult(combined("sum", [sumArgument(parts.args[0] ?? "", expr)], parts.where, true), expr);

const floating = (parts: AggregateParts, expr: ExprOf<"aggregate">) =>
  toFloat(parts.args[0] ?? "", expr.args[0]?.type);

/** Of exact numbers; undefined of others. */
function exactly(parts: AggregateParts, expr: ExprOf<"aggregate">): string | undefined {
  const { args: [x = ""], where } = parts;
  const exact = exactVariance(expr);
  const [total, squares] = [exact?.term(x), exact?.square(x)].map((term = "") =>
    combined("sum", [term], where, true)
  );
  return exact?.of(`${total}`, `${squares}`, combined("count", [x], where, false));
}

const stddev: AggregateEmitter = (parts, expr) => {
  const exact = exactly(parts, expr);
  if (exact !== undefined) return `sqrt(${exact})`;
  return deviation(combined("stddevSampStable", [floating(parts, expr)], parts.where, true));
};

/**
 * Of exact numbers the exact sum is divided once, and the quotient becomes the nearest double. A sum of doubles drifts,
 * and differently with the order of the rows. Undefined of other numbers, and where the sum has no room.
 */
export function exactMean(expr: Total) {
  const type = expr.args[0]?.type;
  const { precision, scale } = decimalShapeOf(type ?? expr.type);
  if (type?.type === "float64" || precision > MAX_PRECISION / 2) return undefined;
  return {
    /** What is to be summed up. */
    term: (x: string) => toDecimal(x, precision + ROWS_DIGITS > 39 ? MAX_PRECISION : 38, scale),
    of: (total: string, rows: string) => nearest(unitsOf(total, scale), `toInt256(${rows})`, scale),
  };
}

const avg: AggregateEmitter = (parts, expr) => {
  const exact = exactMean(expr);
  if (exact === undefined) return combined("avg", [floating(parts, expr)], parts.where, true);
  const [x = ""] = parts.args;
  const total = combined("sum", [exact.term(x)], parts.where, true);
  return exact.of(total, combined("count", [x], parts.where, false));
};

const variance: AggregateEmitter = (parts, expr) =>
  exactly(parts, expr) ??
    deviation(combined("varSampStable", [floating(parts, expr)], parts.where, true));

/**
 * Between the two values around the place, as PostgreSQL's percentile_cont does to the last bit; the engine's own
 * function counts places from 1, which costs digits. Like its median, it passes over NaN.
 */
const percentile: AggregateEmitter = (parts, expr) => {
  const { args: [x = "", share = ""], where } = parts;
  const exact = exactPercentile(expr);
  if (exact !== undefined) return exact(combined("groupArray", [x], where, false), share);
  const all = combined("groupArray", [floating(parts, expr)], where, false);
  const [low, high] = ["v[toInt64(floor(place)) + 1]", "v[toInt64(ceil(place)) + 1]"];
  const between = `${low} + (place - floor(place)) * (${high} - ${low})`;
  const found =
    `arrayMap(place -> if(${low} = ${high}, ${low}, ${between}), [${share} * (length(v) - 1)])[1]`;
  const sorted = `arraySort(arrayFilter(each -> NOT isNaN(each), ${all}))`;
  return `if(empty(${all}), NULL, arrayMap(v -> if(empty(v), nan, ${found}), [${sorted}])[1])`;
};

const median: AggregateEmitter = (parts, expr) => {
  const middle = (name: string, value: string) => combined(name, [value], parts.where, true, "(0.5)");
  const exact = exactMedian(expr);
  if (exact === undefined) return middle("quantileExactInclusive", floating(parts, expr));
  const [x = ""] = parts.args;
  return exact.of(middle(exact.low, x), middle(exact.high, x));
};

/** A descending key as one that is compared upwards: argMin and argMax compare all keys at once, in one direction. */
function descending(sql: string, type: ValueType | undefined): string {
  switch (type?.type) {
    case "string":
      return `(translate(hex(${sql}), '0123456789ABCDEF', 'FEDCBA9876543210') || '~')`;
    case "date":
      return `-toInt64(toInt32(toDate32(${sql})))`;
    case "datetime":
      return `-toDecimal128(${sql}, 9)`;
    case "boolean":
      return `(NOT ${sql})`;
    case "int64":
      return `-toInt128(${sql})`;
    default:
      return `-${sql}`;
  }
}

/**
 * The value travels inside a tuple, since the engine skips rows whose value is null; among tied rows the smallest
 * value is first and the largest last, a null only when there is nothing else.
 */
function atEdge(last: boolean): AggregateEmitter {
  return (parts: AggregateParts, expr) => {
    const value = parts.args[0] ?? "";
    const keys = parts.orderBy.map(({ sql, direction }, index) =>
      direction === "asc" ? sql : descending(sql, expr.orderBy[index]?.expr.type)
    );
    const present = parts.orderBy.map(({ sql }) => `isNotNull(${sql})`);
    const where = [...(parts.where === undefined ? [] : [parts.where]), ...present].join(" AND ");
    const tie = last ? `isNotNull(${value})` : `isNull(${value})`;
    const order = `tuple(${[...keys, tie, value].join(", ")})`;
    return `tupleElement(${
      last ? "argMax" : "argMin"
    }If(tuple(toNullable(${value})), ${order}, ${where}), 1)`;
  };
}

export const aggregates: AggregateTable = {
  sum,
  avg,
  count,
  count_distinct: countDistinct,
  min: simple("min"),
  max: simple("max"),
  median,
  percentile,
  stddev,
  variance,
  first: atEdge(false),
  last: atEdge(true),
};
