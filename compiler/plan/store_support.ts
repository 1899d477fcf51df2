/** Operations that a store does not have, found before anything is written for it. */
import type { Dialect } from "../dialects/dialect.ts";
import { storeProblems } from "../emit/store_problems.ts";
import type { Expr } from "../ir/expr.ts";
import { inputsFirst, type Relation } from "../ir/relation.ts";
import type { Problem } from "../schema/types.ts";

export function unsupported(root: Relation, dialect: Dialect): readonly Problem[] {
  const problems: Problem[] = [];
  for (const relation of inputsFirst(root)) {
    for (const expr of exprsOf(relation)) {
      for (const problem of storeProblems(dialect, expr)) {
        problems.push({ ...problem, nodeId: relation.nodeId });
      }
    }
  }
  return problems;
}

function exprsOf(relation: Relation): readonly Expr[] {
  switch (relation.op) {
    case "filter":
      return [relation.predicate];
    case "extend":
    case "window":
      return relation.computed.map(({ expr }) => expr);
    case "expand":
      return [relation.end];
    case "aggregate":
      return [...relation.keys, ...relation.aggregates].map(({ expr }) => expr);
    default:
      return [];
  }
}
