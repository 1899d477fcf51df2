/** What a table says of its rows. */
import type { Column } from "@/compiler/schema/types.ts";
import { countNoun } from "../shared/words.ts";

export function note(count: number, truncated: boolean): string {
  return truncated ? `First ${countNoun(count, "row")}; there are more` : countNoun(count, "row");
}

export function summary(columns: readonly Column[], count: number, truncated: boolean): string {
  return `Table of ${columns.map(({ name }) => name).join(", ")}. ${note(count, truncated)}.`;
}
