import { call, param, windowCall } from "../functions/mod.ts";
import { ascending, reference } from "../ir/columns.ts";
import type { Expr, SortKey } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";
import { stableOver } from "./settings.ts";

/** The first row of each partition. The order has to be total where every read must find the same row. */
export function firstRows(
  input: Relation,
  partitionBy: readonly Expr[],
  orderBy: readonly SortKey[],
  scope: Pick<BuildScope, "nodeId" | "nextId">,
): Relation {
  const position = windowCall({ op: "row_number", args: [], partitionBy, orderBy });
  const id = scope.nextId();
  const shared = { nodeId: scope.nodeId, columns: input.columns, order: input.order };
  const numbered: Relation = { op: "window", ...shared, input, computed: [{ id, expr: position }] };
  const predicate = call("eq", [
    { kind: "column", id, type: position.type },
    param("1", { type: "int64", nullable: false }),
  ]);
  return { op: "filter", ...shared, input: numbered, predicate };
}

/** The first row of each kind by the wanted order, ties broken by the remaining columns. */
export function firstOfEach(
  input: Relation,
  kind: readonly RelationColumn[],
  wanted: readonly SortKey[],
  scope: Pick<BuildScope, "nodeId" | "nextId">,
): Relation {
  const orderBy = stableOver(wanted, input.columns.filter((column) => !kind.includes(column)).map(ascending));
  return firstRows(input, kind.map(reference), orderBy, scope);
}
