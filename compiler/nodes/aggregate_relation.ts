import { keyOf } from "../functions/mod.ts";
import type { ExprOf, NamedExpr } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { type BuildScope, computedColumns } from "./define.ts";

/** The aggregate relation that group_by, pivots, charts and cards share. */
export function aggregateRelation(
  input: Relation,
  keys: readonly NamedExpr[],
  metrics: readonly NamedExpr<ExprOf<"aggregate">>[],
  scope: Pick<BuildScope, "nodeId" | "nextId">,
): Relation {
  const grouped = computedColumns(keys.map(({ name, expr }) => ({ name, expr: keyOf(expr) })), scope);
  const computed = computedColumns(metrics, scope);
  return {
    op: "aggregate",
    nodeId: scope.nodeId,
    input,
    keys: grouped.computed,
    aggregates: computed.computed,
    columns: [...grouped.columns, ...computed.columns],
    order: [],
  };
}
