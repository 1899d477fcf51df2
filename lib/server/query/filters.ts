/** Filters as they arrive from an address: what only the tables that they are applied to can tell. */
import type { CatalogTable, DashboardFilter, TypeName } from "@/compiler/schema/types.ts";

/** Stands for "the time column of each table", so that `range=1d` works on tables that name it differently. */
export const TIME_COLUMN = "*time";

const TIME_TYPES: readonly TypeName[] = ["datetime", "date"];

/**
 * Finds the time columns that a range is meant for, and the truth values that an address can only write as text. All
 * other text is read by the compiler, by the type of its column.
 */
export function resolveFilters(
  filters: readonly DashboardFilter[],
  tables: readonly CatalogTable[],
): readonly DashboardFilter[] {
  return filters.flatMap((filter) => {
    if (filter.column === TIME_COLUMN) return timeColumns(tables).map((column) => ({ ...filter, column }));
    return [isBoolean(filter.column, tables) ? { ...filter, value: readTruth(filter.value) } : filter];
  });
}

/** Locked filters first; a caller's filter on a locked column has no say. */
export function withLocked(
  locked: readonly DashboardFilter[],
  filters: readonly DashboardFilter[],
): readonly DashboardFilter[] {
  const columns = new Set(locked.map(({ column }) => column));
  return [...locked, ...filters.filter(({ column }) => !columns.has(column))];
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

function timeColumns(tables: readonly CatalogTable[]): readonly string[] {
  const names = tables.map(({ columns }) =>
    TIME_TYPES.map((type) => columns.find((column) => column.type === type)).find((column) =>
      column !== undefined
    )
      ?.name
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

function isBoolean(column: string, tables: readonly CatalogTable[]): boolean {
  return tables.flatMap(({ columns }) => columns).find(({ name }) => name === column)?.type === "boolean";
}

/** Other text stays text: the compiler then says what is wrong with it. */
function readTruth(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readTruth);
  return value === "true" || value === "false" ? value === "true" : value;
}
