/** Finds groupings that would change nothing, because every group would hold one row. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { isSame, substitute } from "../ir/expressions.ts";
import type { AggregateRelation } from "../ir/relation.ts";
import { type Level, resolver } from "./level.ts";

/** The keys as they stand in the level already; undefined where grouping by them could put rows together. */
export function distinctKeys(
  level: Level,
  relation: AggregateRelation,
): readonly (readonly [ColumnId, Expr])[] | undefined {
  if (relation.aggregates.length > 0 || relation.keys.length === 0) return undefined;
  if (level.shared || level.groupBy === undefined) return undefined;
  const keys = relation.keys.map(({ id, expr }) => [id, onceKey(substitute(expr, resolver(level)))] as const);
  const isKept = level.groupBy.every((part) => keys.some(([, key]) => isSame(key, part)));
  return isKept ? keys : undefined;
}

/** `key` applied twice is the same as once. */
function onceKey(expr: Expr): Expr {
  const [inner] = expr.kind === "call" && expr.op === "key" ? expr.args : [];
  return inner?.kind === "call" && inner.op === "key" ? inner : expr;
}
