import { aggregate as build, percentile, weightedAverage } from "../../functions/mod.ts";
import type { AggregateOp, Expr } from "../../ir/expr.ts";
import { any, boolean, type Family, family, number } from "./definition.ts";

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

export const aggregate: Family = family("aggregate", [
  ["SUM(number)", [number], by("sum"), "Total.", "SUM([quantity])"],
  ["AVG(number)", [number], by("avg"), "Mean.", "AVG([price])"],
  [
    "COUNT([value])",
    [{ ...any, optional: true }],
    by("count"),
    "Number of rows, or of values that are not null.",
    "COUNT()",
  ],
  [
    "COUNT_DISTINCT(value)",
    [any],
    by("count_distinct"),
    "Number of different values.",
    "COUNT_DISTINCT([symbol])",
  ],
  ["MIN(value)", [any], by("min"), "Smallest value.", "MIN([price])"],
  ["MAX(value)", [any], by("max"), "Largest value.", "MAX([price])"],
  ["MEDIAN(number)", [number], by("median"), "Middle value.", "MEDIAN([price])"],
  ["STDDEV(number)", [number], by("stddev"), "Sample standard deviation.", "STDDEV([return])"],
  ["VARIANCE(number)", [number], by("variance"), "Sample variance.", "VARIANCE([return])"],
  [
    "PERCENTILE(number, percent)",
    [number, { accepts: "percent" }],
    percentileOf,
    "Value that so many percent of the values reach at most, from 0 to 100.",
    "PERCENTILE([price], 95)",
  ],
  [
    "WEIGHTED_AVG(number, weight)",
    [number, number],
    weighted,
    "Mean in which each value counts by its weight.",
    "WEIGHTED_AVG([price], [quantity])",
  ],
  [
    "COUNT_IF(condition)",
    [boolean],
    where("count"),
    "Number of rows where it holds.",
    "COUNT_IF([quantity] > 100)",
  ],
  [
    "SUM_IF(number, condition)",
    [number, boolean],
    where("sum"),
    "Total of the rows where it holds.",
    'SUM_IF([quantity], [side] = "buy")',
  ],
  [
    "AVG_IF(number, condition)",
    [number, boolean],
    where("avg"),
    "Mean of the rows where it holds.",
    'AVG_IF([price], [side] = "buy")',
  ],
]);
