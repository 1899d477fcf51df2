import { parameterOf, splitName } from "@/lib/server/api/filters.ts";
import type { FilterOption } from "@/lib/server/dashboards/schema.ts";

export const RANGES = [
  { value: "1h", label: "Last hour" },
  { value: "6h", label: "Last 6 hours" },
  { value: "1d", label: "Last day" },
  { value: "7d", label: "Last 7 days" },
  { value: "30d", label: "Last 30 days" },
] as const;

/** A toolbar has room for this many controls; what else an address filters by stands there as a chip. */
const MOST_CONTROLS = 3;

export interface FilterControl extends FilterOption {
  /** Its name in an address. */
  readonly parameter: string;
  readonly value: string;
}

/** A filter of the address that no control shows; the two ends of one that takes a pair go together. */
export interface FilterChip {
  readonly name: string;
  readonly values: readonly string[];
  readonly label: string;
  /** The address's filters without it. */
  readonly without: string;
}

interface FilterControls {
  /** Text columns worth a control, the symbol first. */
  readonly columns: readonly FilterControl[];
  /** The chosen range; null where no table has a time that it would be about. */
  readonly range: string | null;
  readonly chips: readonly FilterChip[];
}

export function filterControls(options: readonly FilterOption[], filterQuery: string): FilterControls {
  const chosen = [...new URLSearchParams(filterQuery)];
  const valuesOf = (name: string) => chosen.filter(([each]) => each === name).map(([, value]) => value);
  const columns = options
    .filter(({ isOffered }) => isOffered)
    .toSorted((a, b) => Number(b.column === "symbol") - Number(a.column === "symbol"))
    .slice(0, MOST_CONTROLS)
    .map((option): FilterControl => {
      const parameter = parameterOf(option.column);
      const values = valuesOf(parameter);
      return { ...option, parameter, value: values.length === 1 ? values[0]! : "" };
    });
  const hasRange = options.some(({ isEventTime }) => isEventTime);
  const shown = new Set([
    // A control shows one value; several of one name stand beside it.
    ...columns.filter(({ value }) => value !== "").map(({ parameter }) => parameter),
    ...(hasRange ? ["range"] : []),
  ]);
  return {
    columns,
    range: hasRange ? valuesOf("range")[0] ?? "" : null,
    chips: chosen.flatMap(([name, value], index) => {
      const isPair = splitName(name).operator?.value === "pair";
      const isFirst = chosen.findIndex(([other]) => other === name) === index;
      if (shown.has(name) || isPair && !isFirst) return [];
      const rest = chosen.filter(([other], at) => isPair ? other !== name : at !== index);
      const values = isPair ? valuesOf(name) : [value];
      return [{ name, values, label: labelOf(name, values), without: new URLSearchParams(rest).toString() }];
    }),
  };
}

function labelOf(name: string, values: readonly string[]): string {
  const { column, operator } = splitName(name);
  const shown = operator?.value === "none" ? [] : [values.join(" and ") || "nothing"];
  return [column, operator?.label ?? "is", ...shown].join(" ");
}
