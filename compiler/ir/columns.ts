/** Small constructors over relation columns. */
import type { ColumnId, ExprOf, SortKey } from "./expr.ts";
import type { RelationColumn } from "./relation.ts";

/** Hands out column ids; one per plan, or per propagator that keeps its relations. */
export class ColumnIds {
  #last = 0;

  next(): ColumnId {
    this.#last += 1;
    return this.#last;
  }
}

export function reference(column: Pick<RelationColumn, "id" | "type">): ExprOf<"column"> {
  return { kind: "column", id: column.id, type: column.type };
}

export function ascending(column: Pick<RelationColumn, "id" | "type">): SortKey {
  return { expr: reference(column), direction: "asc", nulls: "last" };
}

/** The given order, made total by every remaining column: equal rows are then interchangeable. */
export function totalOrder(
  order: readonly SortKey[],
  columns: readonly RelationColumn[],
): readonly SortKey[] {
  const used = new Set(order.map((key) => (key.expr.kind === "column" ? key.expr.id : undefined)));
  return [...order, ...columns.filter((column) => !used.has(column.id)).map(ascending)];
}
