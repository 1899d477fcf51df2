/** A table as somebody may see it: entitlement and locked filters first, then what the viewer asks for. */
import { decimalType, isNumeric } from "../functions/value_types.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import { collectColumns } from "../ir/expressions.ts";
import type { Asked, Guard, PhysicalColumn, Relation, RelationColumn } from "../ir/relation.ts";
import { buildGroup, FALSE } from "../nodes/conditions.ts";
import { type BuildScope, outputType } from "../nodes/define.ts";
import { rangeOn } from "./ranges.ts";
import { storeShape, wideInteger } from "../schema/store_types.ts";
import { shown } from "../schema/shown.ts";
import type {
  CatalogColumn,
  CatalogTable,
  DashboardFilter,
  Entitlements,
  Problem,
  TimeRange,
  ValueType,
} from "../schema/vocabulary.ts";

export interface ScanOptions {
  readonly entitlements?: Entitlements;
  readonly filters?: readonly DashboardFilter[];
  readonly range?: TimeRange;
  /** Restrict whatever the reader asks: a table that they do not reach is refused. */
  readonly locked?: readonly DashboardFilter[];
}

interface Scope extends ScanOptions, Pick<BuildScope, "nodeId" | "problem" | "nextId" | "now"> {
  /** Takes the place of each of the viewer's filters that this table can read. */
  readonly filtersRead: Set<string>;
}

/** `eventTime`: the column that a range is about, where it is not the table's own. */
export function buildScan(
  table: CatalogTable,
  chosen: readonly CatalogColumn[],
  scope: Scope,
  eventTime: string | undefined = table.eventTime,
): Relation {
  const { nodeId, problem } = scope;
  const physical: PhysicalColumn[] = table.columns.map((column) => ({
    id: scope.nextId(),
    column,
    type: columnType(column),
  }));
  const all = physical.map(({ id, column, type }) => ({ id, name: column.name, type }));
  const columns = chosen.flatMap((column) => {
    const at = table.columns.indexOf(column);
    const found = all[at];
    return found === undefined ? [] : [found];
  });
  const guard = guardOf(table, scope.entitlements);
  if (guard.kind === "closed") {
    problem({
      code: "invalid_catalog",
      message: `Cannot read ${shown(table.table)}: its symbol column is not in the catalogue.`,
    });
  }
  let relation: Relation = { op: "scan", nodeId, table, physical, guard, columns, order: [] };
  const keep = (predicate: Expr, asked?: Asked) => {
    relation = {
      op: "filter",
      nodeId,
      input: relation,
      predicate,
      columns,
      order: [],
      ...asked && { asked },
    };
  };
  const names = new Set(table.columns.map((column) => column.name));
  (scope.locked ?? []).forEach((filter, index) => {
    const field = `locked[${index}]`;
    if (!names.has(filter.column)) return problem(unreached(filter, table, field));
    keep(predicateOf(filter, all, field, scope) ?? FALSE);
  });
  (scope.filters ?? []).forEach((filter, index) => {
    if (!names.has(filter.column)) return;
    const field = `filters[${index}]`;
    const predicate = predicateOf(filter, all, field, scope);
    if (predicate) scope.filtersRead.add(field);
    keep(predicate ?? FALSE, { key: index, at: "scan", ...onlyColumn(predicate ?? FALSE) });
  });
  const time = scope.range && all.find(({ name }) => name === eventTime);
  for (const within of time && scope.range ? rangeOn(time, scope.range, scope) : []) {
    keep(within, { key: "range", at: "scan", column: time!.id });
  }
  return relation;
}

function predicateOf(
  filter: DashboardFilter,
  columns: readonly RelationColumn[],
  field: string,
  { problem, now }: Scope,
): Expr | undefined {
  const scope = {
    problem: (found: Omit<Problem, "nodeId">) => problem({ ...found, field }),
    now,
    isGiven: true,
  };
  return buildGroup({ logic: "and", conditions: [filter] }, columns, scope);
}

function onlyColumn(predicate: Expr): { readonly column?: ColumnId } {
  const [column, ...others] = collectColumns(predicate, new Set());
  return column === undefined || others.length > 0 ? {} : { column };
}

function unreached({ column }: DashboardFilter, table: CatalogTable, field: string): Omit<Problem, "nodeId"> {
  return {
    code: "locked_filter",
    message: `Cannot read ${shown(table.table)}: a locked filter is on ${
      shown(column)
    }, which the table does not have.`,
    field,
  };
}

function columnType(column: CatalogColumn): ValueType {
  const wide = isNumeric(column) ? wideInteger(column.storeType) : undefined;
  if (wide !== undefined) return decimalType(wide.precision, 0, column.nullable || wide.isWider);
  if (column.type !== "decimal") return outputType(column);
  const shape = storeShape(column.storeType);
  return outputType({
    ...column,
    precision: column.precision ?? shape?.precision ?? 18,
    scale: column.scale ?? shape?.scale ?? 6,
  });
}

/** Without entitlements no row of a table with symbols is seen. */
function guardOf(table: CatalogTable, entitlements: Entitlements | undefined): Guard {
  if (table.symbolColumn === undefined) return { kind: "open" };
  const given = entitlements?.symbols;
  if (given === "all") return { kind: "all" };
  const symbols = Array.isArray(given) ? given.filter((symbol) => typeof symbol === "string") : [];
  const column = table.columns.find((candidate) => candidate.name === table.symbolColumn);
  return column === undefined ? { kind: "closed" } : { kind: "symbols", column, symbols };
}
