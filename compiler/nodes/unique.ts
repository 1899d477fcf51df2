import { keyOf } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { SortKey } from "../ir/expr.ts";
import { collectColumns } from "../ir/expressions.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { texts } from "../schema/untyped.ts";
import { type BuildScope, defineNode, findColumn } from "./define.ts";
import { directionField, distinctColumns } from "./settings.ts";

interface Config {
  readonly columns?: readonly string[];
  readonly keep?: { readonly column: string; readonly direction: "asc" | "desc" };
}

export const unique = defineNode<Config>({
  description: {
    label: "Unique",
    category: "prepare",
    summary: "Keeps one row of each kind.",
    icon: { path: "M6 10.5a4.3 4.3 0 1 1 4-6M10 5.5a4.3 4.3 0 1 1-4 6" },
    inputs: ["in"],
    fields: [
      {
        key: "columns",
        label: "Compare by",
        help: "Rows that agree in these are of one kind. None compares whole rows.",
        kind: "columns",
        optional: true,
      },
      {
        key: "keep",
        label: "Keep the row with the first",
        help:
          "Which row of each kind stays: the smallest (ascending) or largest (descending) value of a column.",
        kind: "record",
        optional: true,
        fields: [{ key: "column", label: "Column", kind: "column" }, directionField],
      },
    ],
    initial: {},
  },
  caption: (config) =>
    texts(config.columns).length > 0 ? `by ${texts(config.columns).join(", ")}` : "whole rows",
  build(config, { in: input }, scope) {
    const chosen = distinctColumns(config.columns ?? [], input, scope, "columns");
    const wholeRows = chosen.length === 0 || chosen.length === input.columns.length;
    if (wholeRows && isVisible(input.order, input.columns)) return distinctRows(input, scope);
    const keep = config.keep && findColumn(input, config.keep.column);
    const wanted: readonly SortKey[] = config.keep && keep
      ? [{ expr: reference(keep), direction: config.keep.direction, nulls: "last" }]
      : input.order;
    return scope.lower?.firstOfEach(input, wholeRows ? input.columns : chosen, wanted) ?? input;
  },
});

function isVisible(order: readonly SortKey[], columns: readonly RelationColumn[]): boolean {
  const visible = new Set(columns.map((column) => column.id));
  return order.every((key) => [...collectColumns(key.expr, new Set())].every((id) => visible.has(id)));
}

/** Whole rows: grouping by every column keeps ids, so the order still finds its columns. */
function distinctRows(input: Relation, scope: BuildScope): Relation {
  const keys = input.columns.map((column) => ({ id: column.id, expr: keyOf(reference(column)) }));
  return {
    op: "aggregate",
    nodeId: scope.nodeId,
    input,
    keys,
    aggregates: [],
    columns: input.columns,
    order: input.order,
  };
}
