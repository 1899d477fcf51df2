/** Filters as they arrive from an address, beside those that a key locks. */
import type {
  CatalogTable,
  Column,
  DashboardFilter,
  FilterReport,
  IgnoredFilter,
  IgnoredReason,
  TimeRange,
} from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";

/** What a viewer asks to see of the rows. */
export interface AskedFilters {
  readonly filters: readonly DashboardFilter[];
  readonly range?: TimeRange;
  /** Columns that an address names without a value. */
  readonly empty: readonly string[];
}

/** The columns that a stranger may filter, `range` among them; null is what the dashboard offers, and the range. */
export type FilterColumns = readonly string[] | null;

export const NOTHING_ASKED: AskedFilters = { filters: [], empty: [] };

/** The caller's filters but for those on a locked column, which have no say. */
export function unlocked(
  locked: readonly DashboardFilter[],
  filters: readonly DashboardFilter[],
): readonly DashboardFilter[] {
  const columns = new Set(locked.map(({ column }) => column));
  return filters.filter(({ column }) => !columns.has(column));
}

/** Tables that a locked filter would not reach: their rows would show unfiltered. */
export function unreachedBy(
  locked: readonly DashboardFilter[],
  tables: readonly CatalogTable[],
): readonly CatalogTable[] {
  return tables.filter(({ columns }) =>
    locked.some((filter) => !columns.some(({ name }) => name === filter.column))
  );
}

/** The columns for which a dashboard offers a control: text that tells what is traded. */
export function isOffered({ symbolColumn }: CatalogTable, { name, type }: Column): boolean {
  return type === "string" && (name === symbolColumn || name === "symbol");
}

/**
 * Throws `invalid_input` for the first filter on a column that is not among `allowed`, whether there is such a column
 * or not. Says no more than the caller said.
 */
export function refuseOthers(
  { filters, range, empty }: AskedFilters,
  allowed: FilterColumns,
  tables: readonly CatalogTable[],
): void {
  const columns = new Set(
    allowed ??
      tables.flatMap((table) => table.columns.filter((column) => isOffered(table, column))).map(({ name }) =>
        name
      ),
  );
  const asked = [...filters.map(({ column }) => column), ...empty];
  const other = asked.find((column) => !columns.has(column));
  if (other !== undefined) throw cannotFilter(other);
  if (range !== undefined && allowed !== null && !columns.has("range")) throw cannotFilter("range");
}

/** The same for a filter on an allowed column that no table read here has. */
export function refuseUnreached({ ignored }: FilterReport): void {
  const unknown = ignored.find(({ reason }) => UNREACHED.includes(reason));
  if (unknown !== undefined) throw cannotFilter(unknown.column);
}

const UNREACHED: readonly IgnoredReason[] = ["unknown_column", "column_elsewhere", "computed_column"];

function cannotFilter(column: string): FlowForgeError {
  const field = column.slice(0, 64);
  const message = `Cannot filter by "${field}" here.`;
  return new FlowForgeError("invalid_input", message, {
    problems: [{ code: "unknown_filter", message, field }],
  });
}

/** For whoever must not learn from a filter which tables there are, or of which types. */
export function withoutNotes({ applied, ignored }: FilterReport): FilterReport {
  return { applied: applied.map(({ notes: _notes, ...each }) => each), ignored };
}

/** What the compiler says of the filters, and those of the caller that it was not even given. */
export function reportOf(
  { applied, ignored }: FilterReport,
  asked: AskedFilters,
  locked: readonly DashboardFilter[],
): FilterReport {
  const given = new Set(unlocked(locked, asked.filters));
  const withoutSay = asked.filters.filter((filter) => !given.has(filter)).map((
    { column, operator },
  ): IgnoredFilter => ({
    column,
    operator,
    reason: "locked",
    message: `Cannot filter by "${column}": a locked filter has the say on it.`,
  }));
  const empty = asked.empty.map((column): IgnoredFilter => ({
    column,
    operator: "=",
    reason: "empty_value",
    message: `Cannot filter by "${column}": no value is given.`,
  }));
  return { applied, ignored: [...ignored, ...withoutSay, ...empty] };
}
