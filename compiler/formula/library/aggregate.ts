import { aggregate as build } from "../../functions/mod.ts";
import type { AggregateOp, Expr } from "../../ir/expr.ts";
import { any, type Family, family, number } from "./definition.ts";

const by = (op: AggregateOp) => (args: readonly Expr[]) => build(op, args);

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
]);
