/** What a reader must know of the rows beside the rows: what was left out of them. */
import { groupDigits } from "@/lib/charts/shared/format/number.ts";
import type { ResultTable } from "@/lib/server/query/schema.ts";

/** What of a result says that something is missing. */
export type Noted = Pick<ResultTable, "filters" | "pivot_values" | "pivot_values_omitted">;

export function notesOf({ filters, pivot_values = {}, pivot_values_omitted = {} }: Noted): readonly string[] {
  const unfiltered = (filters?.ignored ?? []).map(({ message, hint }) =>
    hint ? `${message} ${hint}` : message
  );
  const cut = Object.entries(pivot_values_omitted).map(([id, omitted]) => {
    const shown = pivot_values[id]?.length ?? 0;
    return `${counted(shown + omitted)} values, ${counted(shown)} shown`;
  });
  return [...new Set([...unfiltered, ...cut])];
}

const counted = (count: number) => groupDigits(String(count));
