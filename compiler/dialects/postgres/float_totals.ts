/**
 * Totals of floating point, where PostgreSQL fails past its range: ordinary numbers are added up as they are, large
 * ones apart from them and scaled down by a power of two, which loses nothing. Too large a total is an infinity.
 */
import { float } from "./casts.ts";
import { filtered } from "./filtered.ts";

/** 2^960: a sum of 2^64 numbers divided by it keeps its place. */
const SCALE = float("9.745314011399999e288");
/** The largest number divided by that. */
const LARGEST = float("1.844674407370955e19");
const INFINITE = float("Infinity");
/** Numbers below this stay in the range when they are added up, however many there are. */
const LARGE = "1e270";
/** The same for means and deviations, which add up squares. */
const LARGE_SQUARED = "1e140";
/** A number below this changes no digit of a sum that has a large number in it. */
const NEGLIGIBLE = "1e100";

interface Total {
  /** Aggregate calls, each once: as a window function each has the same OVER. */
  readonly calls: readonly string[];
  /** The total from what the calls give, in their order. */
  readonly result: (...values: readonly string[]) => string;
}

type Conditions = readonly (string | undefined)[];

function sum(x: string, where: Conditions): Total {
  return {
    calls: [
      filtered(`sum(${x} / ${SCALE})`, [...where, `abs(${x}) >= ${LARGE}`]),
      filtered(`sum(${x})`, [...where, `abs(${x}) < ${LARGE}`]),
    ],
    result: (large, small) =>
      `CASE WHEN ${large} IS NULL THEN ${small} WHEN abs(${large}) <= ${LARGEST} THEN ${large} * ${SCALE} + coalesce(${small}, 0) ELSE ${INFINITE} * ${large} END`,
  };
}

const scaled = (x: string) =>
  `CASE WHEN abs(${x}) >= ${NEGLIGIBLE} THEN ${x} / ${SCALE} WHEN abs(${x}) < ${NEGLIGIBLE} THEN 0 END`;

function avg(x: string, where: Conditions): Total {
  return {
    calls: [
      filtered(`max(abs(${x}))`, where),
      filtered(`avg(${x})`, [...where, `abs(${x}) < ${LARGE_SQUARED}`]),
      filtered(`sum(${scaled(x)})`, where),
      filtered(`count(${x})`, where),
    ],
    result: (size, mean, total, count) =>
      `CASE WHEN ${size} < ${LARGE_SQUARED} THEN ${mean} WHEN abs(${total}) <= ${LARGEST} THEN ${total} / ${count} * ${SCALE} ELSE ${INFINITE} * ${total} END`,
  };
}

/** The largest deviation whose square is a number, scaled. */
const LARGEST_DEVIATION = "1.3e-135";

function stddev(x: string, where: Conditions): Total {
  return {
    calls: [
      filtered(`max(abs(${x}))`, where),
      filtered(`stddev_samp(${x})`, [...where, `abs(${x}) < ${LARGE_SQUARED}`]),
      filtered(`stddev_samp(${scaled(x)})`, where),
    ],
    result: (size, deviation, large) =>
      `CASE WHEN ${size} < ${LARGE_SQUARED} THEN ${deviation} WHEN ${large} <= ${LARGEST_DEVIATION} THEN ${large} * ${SCALE} END`,
  };
}

function variance(x: string, where: Conditions): Total {
  return {
    calls: [
      filtered(`max(abs(${x}))`, where),
      filtered(`var_samp(${x})`, [...where, `abs(${x}) < ${LARGE_SQUARED}`]),
      filtered(`stddev_samp(${scaled(x)})`, where),
    ],
    result: (size, variance, large) =>
      `CASE WHEN ${size} < ${LARGE_SQUARED} THEN ${variance} WHEN ${large} <= ${LARGEST_DEVIATION} THEN (${large} * ${SCALE}) * (${large} * ${SCALE}) END`,
  };
}

export const floatTotals = { sum, avg, stddev, variance } as const;
