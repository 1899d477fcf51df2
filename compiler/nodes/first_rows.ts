import { call, param, windowCall } from "../functions/mod.ts";
import type { Expr, SortKey } from "../ir/expr.ts";
import type { Relation } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";

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
