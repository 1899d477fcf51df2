/** What a cross-tab says of itself. */
import type { Column } from "@/compiler/schema/types.ts";
import { nameOf } from "../shared/format/value.ts";
import { countNoun } from "../shared/words.ts";
import type { PivotLayout } from "./layout.ts";

export function note({ input, rowKeys, headKeys }: PivotLayout): string {
  const size = `${countNoun(rowKeys.length, "row")} × ${countNoun(headKeys.length, "column")}`;
  return input.truncated ? `${size}, cut short: add a filter to see the rest` : size;
}

export function summary(table: PivotLayout): string {
  const { input, channels } = table;
  const value = nameOf(input.columns[channels.value]!);
  return `Cross-tab of ${value} by ${names(channels.rows)} and ${names(channels.heads)}. ${note(table)}.`;
}

function names(columns: readonly Column[]): string {
  return columns.map(nameOf).join(", ") || "nothing";
}
