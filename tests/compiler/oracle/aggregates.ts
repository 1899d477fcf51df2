/** Functions of many values, and the types of their results. */
import type { Column, ValueType } from "@/compiler/schema/types.ts";
import { rescale } from "../formula/evaluator/decimal.ts";
import { nearestDouble } from "../formula/exact_doubles.ts";
import {
  type Fraction,
  percentileOf as exactPercentile,
  varianceOf as exactVariance,
  weightedOf,
} from "../formula/fractions.ts";
import { asNumber, compareValues, keyOf, Undecided, type Value } from "./values.ts";

export type AggregateName =
  | "sum"
  | "avg"
  | "count"
  | "count_distinct"
  | "min"
  | "max"
  | "median"
  | "stddev"
  | "variance";

const FLOAT: ValueType = { type: "float64", nullable: true };
const COUNT: ValueType = { type: "int64", nullable: false };

const ALWAYS_FLOAT = ["avg", "median", "stddev", "variance", "percentile", "weighted_avg"];

export function aggregateType(name: string, column: ValueType | undefined): ValueType {
  if (name === "count" || name === "count_distinct" || column === undefined) return COUNT;
  if (ALWAYS_FLOAT.includes(name)) return FLOAT;
  const { type, precision, scale } = column;
  if (name === "sum" && type !== "float64") {
    return { type: "decimal", nullable: true, precision: 38, scale: type === "int64" ? 0 : scale };
  }
  return type === "decimal" ? { type, nullable: true, precision, scale } : { type, nullable: true };
}

type Known = readonly NonNullable<Value>[];

/** Of the values that are not null; over none of them all but the counts are null. */
export function aggregate(name: AggregateName, values: readonly Value[]): Value {
  const known = values.filter((value): value is NonNullable<Value> => value !== null);
  if (known.length === 0 && !name.startsWith("count")) return null;
  return FUNCTIONS[name](known);
}

const FUNCTIONS: Readonly<Record<AggregateName, (known: Known) => Value>> = {
  count: (known) => BigInt(known.length),
  count_distinct: (known) => BigInt(new Set(known.map(keyOf)).size),
  sum: (known) => typeof known[0] === "number" ? floatSum(known.map(Number)) : exactSum(known),
  avg: (known) => {
    const sum = typeof known[0] === "number" ? floatSum(known.map(Number)) : asNumber(exactSum(known));
    return withoutCancellation(sum / known.length, known);
  },
  min: (known) => extreme(known, -1),
  max: (known) => extreme(known, 1),
  median: (known) => percentileOf(known, 50),
  stddev: (known) => {
    const variance = varianceOf(known);
    return variance === null ? null : Math.sqrt(variance);
  },
  variance: (known) => varianceOf(known),
};

/** The value `percent` of the way from the smallest to the largest, between the two at that place. */
export function percentileOf(values: readonly Value[], percent: number): Value {
  const known = values.filter((value): value is NonNullable<Value> => value !== null);
  if (known.length === 0) return null;
  const exact = unitsOf(known);
  if (exact !== undefined) return doubleOf(exactPercentile(exact.units, String(percent)), exact.scale);
  // The engine's percentiles pass over NaN and make of infinities what they can.
  const sorted = known.map(asNumber).filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.some((value) => !Number.isFinite(value))) throw new Undecided("a percentile of infinities");
  if (sorted.length === 0) return NaN;
  const place = percent * (sorted.length - 1) / 100;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] as number, sorted[Math.ceil(place)] as number];
  return withoutCancellation(low + (place - below) * (high - low), known);
}

function varianceOf(known: Known): number | null {
  if (known.length < 2) return null;
  const exact = unitsOf(known);
  if (exact !== undefined) return doubleOf(exactVariance(exact.units), 2 * exact.scale);
  const numbers = known.map(asNumber);
  if (!numbers.every(Number.isFinite)) throw new Undecided("the deviation of infinities");
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  return numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (numbers.length - 1);
}

/** Of pairs that are whole: the sum of their products by the sum of their weights. */
export function weightedAverage(pairs: readonly (readonly [Value, Value])[]): Value {
  const whole = pairs.filter((pair): pair is [Known[number], Known[number]] => !pair.includes(null));
  if (whole.length === 0) return null;
  if (whole.some((pair) => pair.some((each) => typeof each === "number"))) {
    const weights = floatSum(whole.map(([, weight]) => asNumber(weight)));
    const products = floatSum(whole.map(([value, weight]) => asNumber(value) * asNumber(weight)));
    return weights === 0 ? null : products / weights;
  }
  const [values, weights] = [0, 1].map((at) => unitsOf(whole.map((pair) => pair[at] as Known[number])));
  return doubleOf(weightedOf(values?.units ?? [], weights?.units ?? []), values?.scale ?? 0);
}

/** Exact numbers in units of their smallest place; undefined of others. */
function unitsOf(known: Known): { readonly units: readonly bigint[]; readonly scale: number } | undefined {
  if (known.some((value) => typeof value === "number")) return undefined;
  const decimals = known.map(asDecimal);
  const scale = Math.max(...decimals.map((value) => value.scale));
  return { units: decimals.map((value) => rescale(value, scale)), scale };
}

const doubleOf = (value: Fraction | null, scale: number) =>
  value && nearestDouble(value[0], value[1] * 10n ** BigInt(scale));

const asDecimal = (value: Known[number]) =>
  typeof value === "object" ? value : { units: BigInt(value), scale: 0 };

function exactSum(known: Known): Value {
  const scale = Math.max(...known.map((value) => typeof value === "object" ? value.scale : 0));
  const units = known.reduce<bigint>(
    (sum, value) => sum + rescale(asDecimal(value), scale),
    0n,
  );
  return { units, scale };
}

function floatSum(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, each) => total + each, 0);
  const back = numbers.reduceRight((total, each) => total + each, 0);
  if (Math.abs(sum - back) > 1e-10 * Math.abs(sum)) throw new Undecided("the order of a sum decides it");
  return sum;
}

/** Digits beyond those of floating point, of which next to nothing was left. */
function withoutCancellation(result: number, known: Known): number {
  const largest = Math.max(...known.map((value) => Math.abs(asNumber(value))));
  if (largest > 2 ** 50 && Math.abs(result) < largest / 1e5) throw new Undecided("cancellation");
  return result;
}

/** NaN is neither smallest nor largest while there is another. */
function extreme(known: Known, sign: 1 | -1): Value {
  const numbers = known.filter((value) => !Number.isNaN(value));
  if (numbers.length === 0) return NaN;
  return numbers.reduce((best, each) => sign * compareValues(each, best) > 0 ? each : best);
}

export const typed = (name: string, type: ValueType): Column => ({ ...type, name });
