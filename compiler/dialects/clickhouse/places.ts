/** What lies at a place among sorted exact numbers: computed as decimals, and only then the nearest double. */
import { decimalShapeOf, MAX_PRECISION } from "../../functions/value_types.ts";
import { exactPlaces, type Total } from "../sums.ts";
import { toDecimal } from "./types.ts";

const nearest = (decimal: string) => `toFloat64(toString(${decimal}))`;

/** The text of a median of exact numbers from its two middle values; undefined of other numbers. */
export function exactMedian(expr: Total) {
  const shape = exactPlaces(expr, MAX_PRECISION);
  if (shape === undefined) return undefined;
  const wide = (x: string) => toDecimal(x, MAX_PRECISION, shape.scale);
  return {
    low: "quantileExactLow",
    high: "quantileExactHigh",
    of: (low: string, high: string) => nearest(`(${wide(low)} + ${wide(high)}) * toDecimal256('0.5', 1)`),
  };
}

/** A percentile of a list of exact numbers; undefined of other numbers. */
export function exactPercentile(expr: Total) {
  const shape = exactPlaces(expr, MAX_PRECISION);
  const [, share] = expr.args;
  if (shape === undefined || share === undefined) return undefined;
  const wide = (x: string) => toDecimal(x, MAX_PRECISION, shape.scale);
  const [low, high] = ["floor", "ceil"].map((edge) => wide(`v[toInt64(${edge}(place)) + 1]`));
  const between = nearest(`${low} + (place - floor(place)) * (${high} - ${low})`);
  return (all: string, part: string) => {
    const place = `${toDecimal(part, 38, decimalShapeOf(share.type).scale)} * (length(v) - 1)`;
    return `arrayMap(v -> if(empty(v), NULL, arrayMap(place -> ${between}, [${place}])[1]), [arraySort(${all})])[1]`;
  };
}
