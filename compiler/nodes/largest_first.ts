/** Which bars stay where there are more rows than the caller takes. */
import { call, caseExpr, param, windowCall } from "../functions/mod.ts";
import { reference } from "../ir/columns.ts";
import type { SortKey } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, passing } from "./define.ts";

const COUNT: ValueType = { type: "int64", nullable: false };

/** What exceeds the caller's limit is the smallest, where nothing else decides: no order, and names to a bar each. */
export function largestFirst(rows: Relation, value: RelationColumn, scope: BuildScope): Relation {
  const { limit } = scope;
  if (!scope.isTarget || limit === undefined) return rows;
  scope.keeps("largest");
  const counting = windowCall({ op: "count", args: [], partitionBy: [], orderBy: [] });
  const count = { id: scope.nextId(), expr: counting };
  const counted: Relation = { ...passing(rows, scope), op: "window", computed: [count] };
  const isCut = call("ge", [
    { kind: "column", id: count.id, type: counting.type },
    param(String(limit), COUNT),
  ]);
  const size = call("abs", [reference(value)]);
  const key = caseExpr([{ when: isCut, then: size }], param(null, size.type));
  const cut = { id: scope.nextId(), expr: key };
  const keyed: Relation = { ...passing(counted, scope), op: "extend", computed: [cut] };
  const order: readonly SortKey[] = [{
    expr: { kind: "column", id: cut.id, type: key.type },
    direction: "desc",
    nulls: "last",
  }, ...rows.order];
  return { ...passing(keyed, scope), op: "sort", order };
}
