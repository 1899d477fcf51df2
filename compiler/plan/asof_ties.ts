/**
 * As-of joins whose result is read more than once: of several right rows at one moment the same one has to match every
 * time. A store with an as-of join of its own takes any of them, so it is given only one.
 */
import type { ColumnId } from "../ir/expr.ts";
import { inputsFirst, type JoinRelation, type Relation, withInputs } from "../ir/relation.ts";
import { firstRows } from "../nodes/first_rows.ts";

/** The same plan with one right row for each key and moment; the plan itself where ties do not matter. */
export function settleAsofTies(root: Relation, nextId: () => ColumnId): Relation {
  const done = new Map<Relation, Relation>();
  for (const relation of inputsFirst(root)) {
    const moved = withInputs(relation, (input) => done.get(input) ?? input);
    done.set(relation, moved.op === "join" ? settled(moved, nextId) : moved);
  }
  return done.get(root) ?? root;
}

function settled(join: JoinRelation, nextId: () => ColumnId): Relation {
  const { asof, right, nodeId } = join;
  if (asof === undefined || asof.ties.length === 0) return join;
  const partitionBy = [...join.on.map((key) => key.right), asof.right];
  const alone = firstRows(right, partitionBy, asof.ties, { nodeId, nextId });
  return { ...join, right: alone, asof: { ...asof, ties: [] } };
}
