import { aggregate as build, percentile, weightedAverage } from "../../functions/mod.ts";
import type { AggregateOp, Expr } from "../../ir/expr.ts";
import { any, boolean, family, type Help, number } from "./definition.ts";

const by = (op: AggregateOp) => (args: readonly Expr[]) => build(op, args);

/** Over the rows where the last argument is true. */
const where = (op: AggregateOp) => (args: readonly Expr[]) => {
  const condition = args.at(-1);
  return build(op, args.slice(0, -1), condition === undefined ? {} : { where: condition });
};

type Lower = (args: readonly Expr[]) => Expr | undefined;

const percentileOf: Lower = ([value, percent]) =>
  value && percent?.kind === "param" ? percentile(value, Number(percent.value)) : undefined;

const weighted: Lower = ([value, weight]) => value && weight && weightedAverage(value, weight);

export const aggregate = family("aggregate", [
  ["SUM(number)", [number], by("sum")],
  ["AVG(number)", [number], by("avg")],
  [
    "COUNT([value])",
    [{ ...any, optional: true }],
    by("count"),
  ],
  [
    "COUNT_DISTINCT(value)",
    [any],
    by("count_distinct"),
  ],
  ["MIN(value)", [any], by("min")],
  ["MAX(value)", [any], by("max")],
  ["MEDIAN(number)", [number], by("median")],
  ["STDDEV(number)", [number], by("stddev")],
  ["VARIANCE(number)", [number], by("variance")],
  [
    "PERCENTILE(number, percent)",
    [number, { accepts: "percent" }],
    percentileOf,
  ],
  [
    "WEIGHTED_AVG(number, weight)",
    [number, number],
    weighted,
  ],
  [
    "COUNT_IF(condition)",
    [boolean],
    where("count"),
  ],
  [
    "SUM_IF(number, condition)",
    [number, boolean],
    where("sum"),
  ],
  [
    "AVG_IF(number, condition)",
    [number, boolean],
    where("avg"),
  ],
]);

export const aggregateHelp: Help<typeof aggregate> = {
  SUM: ["Total.", "SUM([quantity])"],
  AVG: ["Mean.", "AVG([price])"],
  COUNT: ["Number of rows, or of values that are not null.", "COUNT()"],
  COUNT_DISTINCT: ["Number of different values.", "COUNT_DISTINCT([symbol])"],
  MIN: ["Smallest value.", "MIN([price])"],
  MAX: ["Largest value.", "MAX([price])"],
  MEDIAN: ["Middle value.", "MEDIAN([price])"],
  STDDEV: ["Sample standard deviation.", "STDDEV([return])"],
  VARIANCE: ["Sample variance.", "VARIANCE([return])"],
  PERCENTILE: [
    "Value that so many percent of the values reach at most, from 0 to 100.",
    "PERCENTILE([price], 95)",
  ],
  WEIGHTED_AVG: ["Mean in which each value counts by its weight.", "WEIGHTED_AVG([price], [quantity])"],
  COUNT_IF: ["Number of rows where it holds.", "COUNT_IF([quantity] > 100)"],
  SUM_IF: ["Total of the rows where it holds.", 'SUM_IF([quantity], [side] = "buy")'],
  AVG_IF: ["Mean of the rows where it holds.", 'AVG_IF([price], [side] = "buy")'],
};
