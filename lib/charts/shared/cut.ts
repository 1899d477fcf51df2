/** What a picture's rows are not: the whole. Said alike of a plot, of its table, and to a screen reader. */
import type { ChartInput, Part } from "../types.ts";
import { formatNumber } from "./format/number.ts";
import { countNoun } from "./words.ts";

type Cut = Pick<ChartInput, "rows" | "truncated" | "kept" | "reduced">;

/** "Newest 10,000 rows; there are more"; null for all rows. */
function truncationWords(
  { rows, truncated, kept = "first" }: Pick<Cut, "rows" | "truncated" | "kept">,
): string | null {
  const which = kept[0]!.toUpperCase() + kept.slice(1);
  return truncated ? `${which} ${countNoun(rows.length, "row")}; there are more` : null;
}

/** How the rows were reduced to what the width shows; null where they were not. */
function reductionWords({ rows, reduced }: Pick<Cut, "rows" | "reduced">): string | null {
  const { method, of = 0, bucket, asked, pixels = asked } = reduced ?? {};
  const folded = [largestWords(reduced?.categories, "categories"), largestWords(reduced?.series, "colours")];
  if (method === "others") return folded.filter((words) => words !== null).join(". ") || null;
  if (of <= rows.length) return null;
  const all = countNoun(of, "row");
  if (bucket) return `${all} in candles of ${bucket}`;
  const shown = formatNumber(rows.length);
  if (method === "sample") return `A sample of ${shown} of ${all}`;
  if (asked && pixels) {
    return `${shown} of ${all}: in the detail of ${formatNumber(pixels)} of ${countNoun(asked, "pixel")}`;
  }
  return method === "m4" ? `${shown} of ${all}: those that this width can show` : null;
}

/** "Largest 139 of 50,000 categories, the others together" */
function largestWords(part: Part | undefined, noun: string): string | null {
  if (!part || part.shown >= part.of) return null;
  return `Largest ${formatNumber(part.shown)} of ${formatNumber(part.of)} ${noun}, the others together`;
}

/** What the rows call those that were put together; undefined where none were. */
export function othersName(part: Part | undefined): string | undefined {
  return part && part.shown < part.of ? `${part.of - part.shown} others` : undefined;
}

/** All of it in one line; null where the rows are all there. */
export function cutWords(input: Cut): string | null {
  return [reductionWords(input), truncationWords(input)].filter((words) => words !== null).join(". ") || null;
}
