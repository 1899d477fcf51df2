/** What a reader must know of the rows beside the rows: what was left out of them. */
import { groupDigits } from "@/lib/charts/shared/format/number.ts";
import type { ResultTable } from "@/lib/server/query/schema.ts";

/** What of a result says that something is missing. */
export type Noted = Pick<ResultTable, "filters" | "unreadable" | "pivot_values" | "pivot_values_omitted">;

export function notesOf(
  { filters, unreadable = 0, pivot_values = {}, pivot_values_omitted = {} }: Noted,
): readonly string[] {
  const unfiltered = (filters?.ignored ?? []).map(({ message, hint }) =>
    hint ? `${message} ${hint}` : message
  );
  const unmatched = (filters?.applied ?? []).flatMap(({ notes = [] }) => notes);
  const cut = Object.entries(pivot_values_omitted).map(([id, omitted]) => {
    const shown = pivot_values[id]?.length ?? 0;
    return `${counted(shown + omitted)} values, ${counted(shown)} shown`;
  });
  const missing = unreadable === 0 ? [] : [
    unreadable === 1
      ? "1 value unreadable, left empty"
      : `${counted(unreadable)} values unreadable, left empty`,
  ];
  return [...new Set([...unfiltered, ...unmatched, ...missing, ...cut])];
}

const counted = (count: number) => groupDigits(String(count));
