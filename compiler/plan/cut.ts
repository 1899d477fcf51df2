/** Levels with a limit: their order, and what a second limit leaves of the first. */
import type { ColumnId } from "../ir/expr.ts";
import { collectColumns, isSameOrder, substituteKeys } from "../ir/expressions.ts";
import type { Relation } from "../ir/relation.ts";
import { type Level, resolver } from "./level.ts";

/**
 * The keys of a sort, as they stand in a level. Where one of them is pruned, nobody above asks for this order, and the
 * level's own stands in for it.
 */
export function readableKeys(level: Level, order: Relation["order"]): Relation["order"] {
  const read = order.reduce((ids, key) => collectColumns(key.expr, ids), new Set<ColumnId>());
  const isRead = [...read].every((id) => level.columns.has(id));
  return isRead ? substituteKeys(order, resolver(level)) : level.limit?.by ?? [];
}

export function narrowed(
  before: number | undefined,
  after: { readonly count?: number; readonly offset: number },
) {
  if (before === undefined) return after.count;
  const left = Math.max(before - after.offset, 0);
  return after.count === undefined ? left : Math.min(left, after.count);
}

export function sameKeys(level: Level, order: Relation["order"]): boolean {
  return isSameOrder(level.limit?.by ?? [], substituteKeys(order, resolver(level)));
}
