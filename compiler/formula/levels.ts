/** Whether an expression looks at one row, at a group, or at a window; and whether it mixes them. */
import { childrenOf } from "../ir/expressions.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import type { Problem, Span } from "../schema/vocabulary.ts";
import type { Level } from "./library/definition.ts";

export function levelOf(expr: Expr): Level {
  if (expr.kind === "window") return "window";
  if (expr.kind === "aggregate") return "aggregate";
  let level: Level = "scalar";
  for (const child of childrenOf(expr)) {
    const below = levelOf(child);
    if (below === "window") return "window";
    if (below === "aggregate") level = "aggregate";
  }
  return level;
}

/** A column beside an aggregate that is not grouped by, or one aggregate inside another. */
export function levelProblems(expr: Expr, keys: ReadonlySet<ColumnId>, span: Span): Problem[] {
  if (levelOf(expr) !== "aggregate") return [];
  const problems: Problem[] = [];
  if (usesRow(expr, keys)) {
    problems.push({
      code: "mixed_levels",
      message: "Cannot mix a column with an aggregate: the group has many values of it.",
      span,
      hint: "Put the column inside an aggregate such as MAX, or group by it.",
    });
  }
  if (nests(expr, false)) {
    problems.push({
      code: "nested_aggregate",
      message: "Cannot compute an aggregate of an aggregate.",
      span,
    });
  }
  return problems;
}

function usesRow(expr: Expr, keys: ReadonlySet<ColumnId>): boolean {
  if (expr.kind === "column") return !keys.has(expr.id);
  return expr.kind !== "aggregate" && childrenOf(expr).some((child) => usesRow(child, keys));
}

function nests(expr: Expr, inside: boolean): boolean {
  if (expr.kind === "aggregate" && inside) return true;
  return childrenOf(expr).some((child) => nests(child, inside || expr.kind === "aggregate"));
}
