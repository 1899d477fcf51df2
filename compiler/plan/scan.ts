/** A table as somebody may see it: entitlement and locked filters first, then what the viewer asks for. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { collectColumns } from "../ir/expressions.ts";
import type { Asked, Relation, RelationColumn } from "../ir/relation.ts";
import { buildGroup, FALSE } from "../nodes/conditions.ts";
import type { BuildScope } from "../nodes/define.ts";
import { shown } from "../schema/shown.ts";
import type {
  CatalogColumn,
  CatalogTable,
  DashboardFilter,
  Entitlements,
  Problem,
  TimeRange,
} from "../schema/vocabulary.ts";
import { rangeOn } from "./ranges.ts";
import { tableScan } from "./table_scan.ts";

export interface ScanOptions {
  readonly entitlements?: Entitlements;
  readonly filters?: readonly DashboardFilter[];
  readonly range?: TimeRange;
  /** Restrict whatever the reader asks: a table that they do not reach is refused. */
  readonly locked?: readonly DashboardFilter[];
}

interface Scope extends ScanOptions, Pick<BuildScope, "nodeId" | "problem" | "nextId" | "now" | "spent"> {
  /** Takes the place of each of the viewer's filters that this table can read. */
  readonly filtersRead: Set<string>;
}

/** `eventTime`: the column that a range is about, where it is not the table's own; null for none. */
export function buildScan(
  table: CatalogTable,
  chosen: readonly CatalogColumn[],
  scope: Scope,
  eventTime: string | null | undefined = table.eventTime,
): Relation {
  const { nodeId, problem } = scope;
  const { relation: bare, all } = tableScan(table, chosen, scope);
  const { columns } = bare;
  let relation = bare;
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
    const kept = predicate ?? ofReadable(filter, all, scope);
    keep(kept, { key: index, at: "scan", ...onlyColumn(kept) });
  });
  const time = scope.range && all.find(({ name }) => name === eventTime);
  if (scope.range && !time) {
    problem({
      severity: "warning",
      code: "no_event_time",
      message: `The time range leaves ${
        shown(table.table)
      } alone: it shows the current state, which has no time of its own.`,
      field: "range",
    });
  }
  for (const within of time && scope.range ? rangeOn(time, scope.range, scope) : []) {
    keep(within, { key: "range", at: "scan", column: time!.id });
  }
  return relation;
}

function predicateOf(
  filter: DashboardFilter,
  columns: readonly RelationColumn[],
  field: string,
  { problem, now, spent }: Scope,
): Expr | undefined {
  const scope = {
    problem: (found: Omit<Problem, "nodeId">) => problem({ ...found, field }),
    now,
    spent,
    isGiven: true,
  };
  return buildGroup({ logic: "and", conditions: [filter] }, columns, scope);
}

/** What is left of a filter without the values that are none of the column's type: no row has these, and every other is unlike them. */
function ofReadable(filter: DashboardFilter, columns: readonly RelationColumn[], scope: Scope): Expr {
  const { column, operator, value } = filter;
  const quiet = (only: DashboardFilter): Expr | undefined => {
    let isFaulty = false;
    const problem = () => {
      isFaulty = true;
    };
    const found = predicateOf(only, columns, "", { ...scope, spent: { conditions: 0 }, problem });
    return isFaulty ? undefined : found;
  };
  const excludes = operator === "!=" || operator === "not_in";
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (operator !== "!=" && operator !== "in" && operator !== "not_in") return FALSE;
  const readable = items.filter((item) => quiet({ column, operator: "in", value: [item] }) !== undefined);
  const rest = readable.length > 0 ? quiet({ column, operator, value: readable }) : undefined;
  return rest ?? (excludes ? quiet({ column, operator: "is_not_null" }) : undefined) ?? FALSE;
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
