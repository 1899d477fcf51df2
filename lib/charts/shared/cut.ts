/** What a picture's rows are not: the whole. Said alike of a plot, of its table, and to a screen reader. */
import type { ChartInput } from "../types.ts";
import { formatNumber } from "./format/number.ts";
import { countNoun } from "./words.ts";

type Cut = Pick<ChartInput, "rows" | "truncated" | "kept" | "reduced">;

const KEPT = { first: "First", newest: "Newest", largest: "Largest" } as const;

/** "Newest 10,000 rows; there are more"; null for all rows. */
export function truncationWords(
  { rows, truncated, kept = "first" }: Pick<Cut, "rows" | "truncated" | "kept">,
): string | null {
  return truncated ? `${KEPT[kept]} ${countNoun(rows.length, "row")}; there are more` : null;
}

/** How the rows were reduced to what the width shows; null where they were not. */
export function reductionWords({ rows, reduced }: Pick<Cut, "rows" | "reduced">): string | null {
  if (reduced?.of === undefined || reduced.of <= rows.length) return null;
  const of = countNoun(reduced.of, "row");
  switch (reduced.method) {
    case "m4":
      return `${formatNumber(rows.length)} of ${of}: those that this width can show`;
    case "sample":
      return `A sample of ${formatNumber(rows.length)} of ${of}`;
    case "candles":
      return reduced.bucket === undefined ? null : `${of} in candles of ${reduced.bucket}`;
    case "others":
      return null;
  }
}

/** All of it in one line; null where the rows are all there. */
export function cutWords(input: Cut): string | null {
  return [reductionWords(input), truncationWords(input)].filter((words) => words !== null).join(". ") || null;
}
