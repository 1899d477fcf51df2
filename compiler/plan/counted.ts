/** How many rows a relation has, in place of the rows. */
import { aggregate } from "../functions/calls.ts";
import type { ColumnId } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import { aggregateRelation } from "../nodes/aggregate_relation.ts";

/** One row with the column `rows`. Nothing after the first `most` rows is looked at; which those are does not matter. */
export function counted(relation: Relation, most: number, nextId: () => ColumnId): Relation {
  const { nodeId, columns } = relation;
  const first: Relation = {
    op: "limit",
    nodeId,
    input: { ...relation, order: [] },
    offset: 0,
    count: most,
    by: [],
    columns,
    order: [],
  };
  return aggregateRelation(first, [], [{ name: "rows", expr: aggregate("count", []) }], { nodeId, nextId });
}
