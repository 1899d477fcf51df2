/** Metrics that are formulas over aggregates, such as `SUM([price] * [quantity]) / SUM([quantity])`. */
import { checkFormula } from "../formula/mod.ts";
import { aggregate, allOf } from "../functions/calls.ts";
import { reference } from "../ir/columns.ts";
import type { ColumnId, Expr, ExprOf, NamedExpr } from "../ir/expr.ts";
import { childrenOf, mapChildren } from "../ir/expressions.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import { aggregateRelation } from "./aggregate_relation.ts";
import { type BuildScope, columnScope, computedColumns } from "./define.ts";

type Aggregate = ExprOf<"aggregate">;

const isAggregate = (metric: NamedExpr): metric is NamedExpr<Aggregate> => metric.expr.kind === "aggregate";

/** Reads the formula; `where` makes every aggregate in it conditional. Undefined after a reported problem. */
export function metricFormula(
  expression: string,
  input: Relation,
  keys: readonly NamedExpr[],
  where: Expr | undefined,
  report: BuildScope["problem"],
): Expr | undefined {
  const { expr, problems } = checkFormula(expression, columnScope(input), {
    allow: "aggregate",
    keys: new Set(keys.flatMap(({ expr }) => expr.kind === "column" ? [expr.id] : [])),
  });
  problems.forEach(report);
  if (expr === undefined) return undefined;
  if (aggregatesIn(expr).length === 0) {
    report({
      code: "no_aggregate",
      message: "Cannot use this formula as a metric: it has no aggregate.",
      hint: "Put the columns inside SUM, AVG, MIN, MAX, COUNT, MEDIAN or STDDEV.",
    });
    return undefined;
  }
  return where === undefined ? expr : onlyWhere(expr, where);
}

/** Groups, then computes the formulas over the finished groups. Without formulas it is a plain aggregate. */
export function groupWithFormulas(
  input: Relation,
  keys: readonly NamedExpr[],
  metrics: readonly NamedExpr[],
  scope: Pick<BuildScope, "nodeId" | "nextId">,
): Relation {
  const aggregates = metrics.flatMap(({ name, expr }) =>
    aggregatesIn(expr).map((each) => ({ name, expr: each }))
  );
  const grouped = aggregateRelation(input, keys, aggregates, scope);
  if (metrics.every(isAggregate)) return grouped;
  const keyColumns = grouped.columns.slice(0, keys.length);
  const results = new Map<Expr, RelationColumn>();
  aggregates.forEach(({ expr }, at) => results.set(expr, grouped.columns[keys.length + at]!));
  const keyOf = (id: ColumnId) =>
    keyColumns[keys.findIndex(({ expr }) => expr.kind === "column" && expr.id === id)];
  const overGroup = (expr: Expr): Expr => {
    const column = expr.kind === "column" ? keyOf(expr.id) : results.get(expr);
    return column === undefined ? mapChildren(expr, overGroup) : reference(column);
  };
  const formulas = metrics.filter((metric) => !isAggregate(metric));
  const { computed, columns } = computedColumns(
    formulas.map(({ name, expr }) => ({ name, expr: overGroup(expr) })),
    scope,
  );
  const metricColumns = metrics.map((metric) =>
    results.get(metric.expr) ?? columns[formulas.indexOf(metric)]!
  );
  return {
    op: "extend",
    nodeId: scope.nodeId,
    input: grouped,
    computed,
    columns: [...keyColumns, ...metricColumns],
    order: [],
  };
}

function aggregatesIn(expr: Expr): readonly Aggregate[] {
  return expr.kind === "aggregate" ? [expr] : childrenOf(expr).flatMap(aggregatesIn);
}

function onlyWhere(expr: Expr, where: Expr): Expr {
  return expr.kind === "aggregate"
    ? aggregate(expr.op, expr.args, {
      orderBy: expr.orderBy,
      where: allOf([where, expr.where]) ?? where,
    })
    : mapChildren(expr, (child) => onlyWhere(child, where));
}
