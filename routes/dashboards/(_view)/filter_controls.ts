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

/** By column, what was found to choose from. */
export type FilterValues = ReadonlyMap<string, readonly string[]>;

export interface FilterControl {
  readonly column: string;
  /** Its name in an address. */
  readonly parameter: string;
  readonly value: string;
  /** What stands in the control without a value: the chips beside it may filter the same column. */
  readonly state: string;
  /** What to choose from; null for free text. */
  readonly values: readonly string[] | null;
  /** Whether there are values that the page has yet to ask for. */
  readonly isLate: boolean;
}

/** A filter of the address that no control shows; the two ends of one that takes a pair go together. */
export interface FilterChip {
  readonly name: string;
  readonly values: readonly string[];
  readonly label: string;
  /** The address's filters without it. */
  readonly without: string;
}

export interface FilterControls {
  /** Text columns worth a control, the symbol first. */
  readonly columns: readonly FilterControl[];
  /** The chosen range; null where no table has a time that it would be about. */
  readonly range: string | null;
  readonly chips: readonly FilterChip[];
  /** Every column that a filter would reach somewhere. */
  readonly addable: readonly FilterOption[];
}

/** While the tables are not known, what most of them have: without a control a filter is not found. */
const USUAL: readonly FilterOption[] = [
  { column: "symbol", type: "string", isEventTime: false, isOffered: true, hasValues: true },
  { column: "event_time", type: "datetime", isEventTime: true, isOffered: false, hasValues: false },
];

/** The controls of a dashboard's form, in order, and what they show of the address. */
export function filterControls(
  known: readonly FilterOption[] | null,
  found: FilterValues,
  filterQuery: string,
): FilterControls {
  const options = known ?? USUAL;
  const chosen = [...new URLSearchParams(filterQuery)];
  const valuesOf = (name: string) => chosen.filter(([each]) => each === name).map(([, value]) => value);
  const columns = shownOptions(options).map(({ column, hasValues }): FilterControl => {
    const parameter = parameterOf(column);
    const values = valuesOf(parameter).filter((value) => value !== "");
    const others = chosen.filter(([name]) => splitName(name).column === column).length - values.length;
    const choices = found.get(column) ?? [];
    return {
      column,
      parameter,
      value: values.length === 1 ? values[0]! : "",
      state: values.length > 1 ? `Several (${values.length})` : others > 0 ? "As filtered" : "All",
      values: choices.length > 0 ? choices : null,
      isLate: hasValues && !found.has(column),
    };
  });
  const hasRange = options.some(({ isEventTime }) => isEventTime);
  const shown = new Set([
    // A control shows one value; several of one name stand beside it.
    ...columns.filter(({ value }) => value !== "").map(({ parameter }) => parameter),
    ...(hasRange ? ["range"] : []),
  ]);
  return {
    columns,
    addable: options,
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

/** The names that the form sends, with or without a value. */
export function controlNames(known: readonly FilterOption[] | null): ReadonlySet<string> {
  return new Set(["range", ...shownOptions(known ?? USUAL).map(({ column }) => parameterOf(column))]);
}

/** Text columns worth a control, the symbol first. */
function shownOptions(options: readonly FilterOption[]): readonly FilterOption[] {
  return options
    .filter(({ isOffered }) => isOffered)
    .toSorted((a, b) => Number(b.column === "symbol") - Number(a.column === "symbol"))
    .slice(0, MOST_CONTROLS);
}

function labelOf(name: string, values: readonly string[]): string {
  const { column, operator } = splitName(name);
  const shown = operator?.value === "none" ? [] : [values.join(" and ") || "nothing"];
  return [column, operator?.label ?? "is", ...shown].join(" ");
}
