/** Words that several charts say. */
import { formatNumber } from "./format/number.ts";

const AGGREGATES: Readonly<Record<string, string>> = {
  sum: "Sum of",
  avg: "Average",
  count: "Count of",
  count_distinct: "Distinct",
  min: "Lowest",
  max: "Highest",
  median: "Median",
  stddev: "Deviation of",
  variance: "Variance of",
  first: "First",
  last: "Last",
};

/** "Sum of notional": a column that was aggregated says how, so that a count of prices is not read as a price. */
export function aggregateName(name: unknown, subject: string): string {
  return typeof name === "string" && Object.hasOwn(AGGREGATES, name)
    ? `${AGGREGATES[name]} ${subject}`
    : subject;
}

/** The noun that goes with a count: "row", "rows". */
export function nounFor(count: number, singular: string, plural = `${singular}s`): string {
  return count === 1 ? singular : plural;
}

/** "1,204 rows" */
export function countNoun(count: number, singular: string): string {
  return `${formatNumber(count)} ${nounFor(count, singular)}`;
}
