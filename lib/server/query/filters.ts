/** Filters as they arrive from a URL: text that takes its meaning from the tables it will be applied to. */
import type { CatalogTable, DashboardFilter, TypeName } from "@/compiler/schema/types.ts";

/** Stands for "the time column of each table", so that `range=1d` works on tables that name it differently. */
export const TIME_COLUMN = "*time";

const TIME_TYPES: readonly TypeName[] = ["datetime", "date"];

/** Resolves the time column and reads text as the column's type. */
export function resolveFilters(
  filters: readonly DashboardFilter[],
  tables: readonly CatalogTable[],
): readonly DashboardFilter[] {
  return filters.flatMap((filter) => {
    if (filter.column === TIME_COLUMN) return timeColumns(tables).map((column) => ({ ...filter, column }));
    return [{ ...filter, value: typed(filter, tables) }];
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

function typed(filter: DashboardFilter, tables: readonly CatalogTable[]): unknown {
  const column = tables.flatMap(({ columns }) => columns).find(({ name }) => name === filter.column);
  if (column === undefined) return filter.value;
  return Array.isArray(filter.value)
    ? filter.value.map((item) => readAs(column.type, item))
    : readAs(column.type, filter.value);
}

/** Text that does not read as the type stays text: the compiler then says what is wrong with it. */
function readAs(type: TypeName, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  const isNumber = (type === "float64" || type === "int64") && value.trim() !== "" &&
    Number.isFinite(Number(value));
  const exact = type === "float64" || Number.isSafeInteger(Number(value));
  return isNumber && exact ? Number(value) : value;
}
