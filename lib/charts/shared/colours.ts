const COLOURS = 8;

/** In the place of a series' index: the series of all that are too small for a colour of their own. */
export const OTHERS = -1;

/** Class of a series' colour; from the ninth on the colours repeat, marked as such. */
export function seriesClass(index: number): string {
  if (index === OTHERS) return "chart-series-others";
  return `chart-series-${index % COLOURS + 1}${index >= COLOURS ? " chart-repeat" : ""}`;
}
