/** The distinct values of a column that rows are coloured by. */
import type { ChartInput } from "../../types.ts";
import { identityOf, labelOf } from "../format/value.ts";
import { toNumber } from "./values.ts";

export interface Groups {
  /** One label for each distinct value. */
  readonly labels: readonly string[];
  /** Returns the index of a value's label. */
  readonly of: (value: unknown) => number;
}

/** Puts "leg 2" before "leg 10". */
const natural = new Intl.Collator("en", { numeric: true });

/**
 * Sorted, so that a group keeps its colour when a refresh brings the rows in another order; the value `last` stands
 * behind all others.
 */
export function groupsOf(
  { columns, rows }: Pick<ChartInput, "columns" | "rows">,
  column: number,
  last?: string,
): Groups {
  const values = new Map<string, unknown>();
  for (const row of rows) values.set(identityOf(row[column]), row[column]);
  const groups = [...values].map(([id, value]) => ({ id, value, label: labelOf(columns[column], value) }));
  groups.sort((a, b) => {
    if (last !== undefined && (a.value === last) !== (b.value === last)) return a.value === last ? 1 : -1;
    const numbers = (toNumber(a.value) ?? NaN) - (toNumber(b.value) ?? NaN);
    return numbers || natural.compare(a.label, b.label) || (a.label < b.label ? -1 : 1);
  });
  const places = new Map(groups.map(({ id }, place) => [id, place]));
  return { labels: groups.map(({ label }) => label), of: (value) => places.get(identityOf(value))! };
}
