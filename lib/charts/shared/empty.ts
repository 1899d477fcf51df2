/** Pictures that say why there is nothing to draw. */
import type { ChartInput, EmptyPicture } from "../types.ts";
import { cleanLabel } from "./text.ts";

export function emptyPicture(message: string, hint?: string): EmptyPicture {
  return { kind: "empty", message, hint };
}

/** For a result without rows, or without the columns a chart needs; null when there is enough to draw. */
export function missingInput({ rows, columns }: ChartInput, leastColumns = 1): EmptyPicture | null {
  if (rows.length === 0) return emptyPicture("No rows", "Nothing matches the current filters.");
  if (columns.length >= leastColumns) return null;
  return emptyPicture(
    "Nothing to draw",
    `This chart needs ${leastColumns} columns; the result has ${columns.length}.`,
  );
}

/** For rows in which none of the named columns holds a number. */
export function noNumbers(names: readonly string[]): EmptyPicture {
  return emptyPicture("Nothing to draw", `There is no number in ${names.map(cleanLabel).join(", ")}.`);
}
