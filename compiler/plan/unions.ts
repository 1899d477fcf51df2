/** A union's branches side by side; a union within a union is written into it. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { substitute, type Substitution } from "../ir/expressions.ts";
import type { Relation, UnionRelation } from "../ir/relation.ts";
import type { Assembly } from "./assembly.ts";
import { isUntouched, type Level, newLevel, resolver } from "./level.ts";

export function placeUnion(relation: UnionRelation, assembly: Assembly): Level {
  const needed = assembly.needed(relation);
  const ids = relation.ids.filter((id) => needed.has(id));
  const branches = relation.branches.flatMap(({ input, exprs }) => {
    const wanted = exprs.filter((_, index) => needed.has(relation.ids[index] ?? 0));
    return branchesOf(input, relation, wanted, ids, assembly);
  });
  const level = newLevel("a union starts from finished branches", relation.nodeId);
  const columns = new Map<ColumnId, ColumnId>();
  ids.forEach((id) => {
    const fresh = assembly.freshId();
    columns.set(fresh, id);
    const type = relation.branches
      .map((branch) => branch.exprs[relation.ids.indexOf(id)]?.type)
      .reduce((left, right) => (left?.nullable ? left : right ?? left));
    level.columns.set(id, { kind: "column", id: fresh, type: type ?? { type: "string", nullable: true } });
  });
  level.sources.push({ kind: "union", nodeId: relation.nodeId, branches, columns });
  return level;
}

/** A union of a union is one union; anything else is one branch. */
function branchesOf(
  input: Relation,
  relation: Relation,
  exprs: readonly Expr[],
  ids: readonly ColumnId[],
  assembly: Assembly,
): readonly Level[] {
  const level = assembly.levelFor(input, relation, (candidate) => ({
    operation: "union",
    exprs: exprs.map((expr) => substitute(expr, resolver(candidate))),
  }));
  const inner = level.sources.length === 1 ? level.sources[0] : undefined;
  const resolve = resolver(level);
  const made = exprs.map((expr) => substitute(expr, resolve));
  if (inner?.kind === "union" && assembly.options.merge && isUntouched(level)) {
    return inner.branches.map((branch) => {
      const fromBranch: Substitution = (column) =>
        branch.columns.get(inner.columns.get(column.id) ?? 0) ?? column;
      return finishBranch(branch, made.map((expr) => substitute(expr, fromBranch)), ids);
    });
  }
  return [finishBranch(level, made, ids)];
}

function finishBranch(level: Level, exprs: readonly Expr[], ids: readonly ColumnId[]): Level {
  level.columns = new Map(exprs.map((expr, index) => [ids[index] ?? 0, expr] as const));
  level.outputs = ids;
  return level;
}
