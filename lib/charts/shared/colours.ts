const COLOURS = 8;

/** Class of a series' colour; from the ninth on the colours repeat, marked as such. */
export function seriesClass(index: number): string {
  return `chart-series-${index % COLOURS + 1}${index >= COLOURS ? " chart-repeat" : ""}`;
}
