/** Medians, percentiles, variances and weighted averages of exact numbers that lose digits on the way. */
import type { Mutant } from "./mutant.ts";
import { TESTS } from "./tests.ts";

export const exactMetrics: readonly Mutant[] = [
  {
    name: "exact metrics: a median lies half-way between doubles",
    file: "compiler/dialects/clickhouse/places.ts",
    find: "nearest(`(${wide(low)} + ${wide(high)}) * toDecimal256('0.5', 1)`)",
    replace: "`(toFloat64(${low}) + toFloat64(${high})) / 2`",
    caughtBy: TESTS.exactMetrics,
    family: "median of",
    why: "a mean of two numbers is written so",
  },
  {
    name: "exact metrics: a percentile lies between doubles on PostgreSQL",
    file: "compiler/dialects/postgres/aggregates.ts",
    find: "(${low} + (${place} - floor(${place})) * (${high} - ${low}))`);",
    replace: "(${double(low)} + (${place} - floor(${place})) * (${double(high)} - ${double(low)}))`);",
    caughtBy: TESTS.exactMetrics,
    family: "percentiles and median of 40",
    why: "percentile_cont() computes in doubles",
  },
  {
    name: "exact metrics: a variance of whole numbers is computed in doubles",
    file: "compiler/dialects/clickhouse/quotients.ts",
    find: "if (shape === undefined) return undefined;",
    replace: "if (shape === undefined || shape.scale === 0) return undefined;",
    caughtBy: TESTS.exactMetrics,
    family: "variance and deviation of",
    why: "the engine has a function of that name",
  },
  {
    name: "exact metrics: what is left over of a quotient is forgotten",
    file: "compiler/dialects/clickhouse/quotients.ts",
    find: "if(s % b = 0, '0', '1')",
    replace: "'0'",
    caughtBy: TESTS.exactMetrics,
    family: "what is left over decides",
    why: "forty digits look like enough",
  },
  {
    name: "exact metrics: PostgreSQL divides weighted sums to sixteen digits",
    file: "compiler/dialects/postgres/quotients.ts",
    find: "(round(${top}, ${scale + QUOTIENT_DIGITS}) / nullif",
    replace: "(${top} / nullif",
    caughtBy: TESTS.exactMetrics,
    family: "weighted by",
    why: "a division of numerics looks exact",
  },
  {
    name: "exact metrics: a weighted average divides two doubles",
    file: "compiler/functions/weighted.ts",
    find: 'isExact ? "exact_ratio" : "divide"',
    replace: 'isExact ? "divide" : "divide"',
    caughtBy: TESTS.exactMetrics,
    family: "weighted by",
    why: "a quotient is a division",
  },
  {
    name: "exact metrics: the hundredth of a percentage is a double",
    file: "compiler/functions/weighted.ts",
    find: "String(percent).split",
    replace: "(percent / 100 * 100).toFixed(18).split",
    caughtBy: TESTS.exactMetrics,
    family: "percentiles and median of",
    why: "seven hundredths are not a double",
  },
];
