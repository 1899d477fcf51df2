import type { FilterOption } from "@/lib/server/dashboards/schema.ts";

export const RANGES = [
  { value: "1h", label: "Last hour" },
  { value: "6h", label: "Last 6 hours" },
  { value: "1d", label: "Last day" },
  { value: "7d", label: "Last 7 days" },
  { value: "30d", label: "Last 30 days" },
] as const;

/** A toolbar has room for this many controls; other columns can still be filtered through the address. */
const MOST_CONTROLS = 3;

interface FilterControls {
  /** Text columns worth a control, the symbol first. */
  readonly columns: readonly FilterOption[];
  readonly hasRange: boolean;
  /** Filters of the address that no control shows; kept when the form is sent. */
  readonly others: readonly (readonly [name: string, value: string])[];
}

export function filterControls(options: readonly FilterOption[], filterQuery: string): FilterControls {
  const columns = options
    .filter(({ type, column, values }) => type === "string" && (column === "symbol" || values.length > 0))
    .toSorted((a, b) => Number(b.column === "symbol") - Number(a.column === "symbol"))
    .slice(0, MOST_CONTROLS);
  const hasRange = options.some(({ type }) => type === "datetime" || type === "date");
  const shown = new Set([...columns.map(({ column }) => column), ...(hasRange ? ["range"] : [])]);
  return {
    columns,
    hasRange,
    others: [...new URLSearchParams(filterQuery)].filter(([name]) => !shown.has(name)),
  };
}
