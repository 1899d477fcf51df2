const NAMES: Readonly<Record<string, string>> = {
  sum: "Sum of",
  avg: "Average",
  count: "Count of",
  count_distinct: "Distinct",
  min: "Lowest",
  max: "Highest",
  median: "Median",
  stddev: "Deviation of",
  first: "First",
  last: "Last",
};

/** "Sum of notional": a column that was aggregated says how, so that a count of prices is not read as a price. */
export function aggregateName(name: unknown, subject: string): string {
  return typeof name === "string" && Object.hasOwn(NAMES, name) ? `${NAMES[name]} ${subject}` : subject;
}
