/** Projection pruning: which columns of each relation anybody above it reads. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { collectColumns } from "../ir/expressions.ts";
import type { Relation } from "../ir/relation.ts";

export type Needs = ReadonlyMap<Relation, ReadonlySet<ColumnId>>;

/**
 * Walks consumers before inputs, so that a relation with several consumers has the union of their needs.
 * `keepVisible` asks for every visible column as well, for the unmerged plan.
 */
export function findNeeds(ordered: readonly Relation[], keepVisible: boolean): Needs {
  const needs = new Map<Relation, Set<ColumnId>>();
  const needOf = (relation: Relation): Set<ColumnId> => {
    const found = needs.get(relation);
    if (found !== undefined) return found;
    const fresh = new Set<ColumnId>(keepVisible ? relation.columns.map((column) => column.id) : []);
    needs.set(relation, fresh);
    return fresh;
  };
  const root = ordered.at(-1);
  if (root !== undefined) {
    const wanted = needOf(root);
    for (const column of root.columns) wanted.add(column.id);
    for (const key of root.order) collectColumns(key.expr, wanted);
  }
  for (const relation of ordered.toReversed()) askInputs(relation, needOf(relation), needOf);
  return needs;
}

function askInputs(
  relation: Relation,
  wanted: ReadonlySet<ColumnId>,
  needOf: (relation: Relation) => Set<ColumnId>,
): void {
  const pass = (input: Relation, made: ReadonlySet<ColumnId>) => {
    const below = needOf(input);
    for (const id of wanted) if (!made.has(id)) below.add(id);
    return below;
  };
  const add = (input: Relation, exprs: readonly Expr[]) => {
    const below = needOf(input);
    for (const expr of exprs) collectColumns(expr, below);
  };
  switch (relation.op) {
    case "scan":
      return;
    case "filter":
      collectColumns(relation.predicate, pass(relation.input, NONE));
      return;
    case "sort":
      pass(relation.input, NONE);
      return;
    case "limit":
      pass(relation.input, NONE);
      add(relation.input, relation.by.map((key) => key.expr));
      return;
    case "extend":
    case "window": {
      pass(relation.input, new Set(relation.computed.map((computed) => computed.id)));
      add(relation.input, relation.computed.filter(({ id }) => wanted.has(id)).map(({ expr }) => expr));
      return;
    }
    case "expand":
      pass(relation.input, new Set([relation.id]));
      add(relation.input, [relation.end]);
      return;
    case "aggregate":
      add(relation.input, relation.keys.map((key) => key.expr));
      add(relation.input, relation.aggregates.filter(({ id }) => wanted.has(id)).map(({ expr }) => expr));
      return;
    case "join":
      for (const output of relation.outputs) {
        if (wanted.has(output.id)) {
          needOf(output.side === "left" ? relation.left : relation.right).add(output.from);
        }
      }
      add(relation.left, relation.on.map((key) => key.left));
      add(relation.right, relation.on.map((key) => key.right));
      if (relation.asof) {
        add(relation.left, [relation.asof.left]);
        add(relation.right, [relation.asof.right, ...relation.asof.ties.map((key) => key.expr)]);
      }
      return;
    case "union":
      for (const branch of relation.branches) {
        add(branch.input, branch.exprs.filter((_, index) => wanted.has(relation.ids[index] ?? -1)));
      }
      return;
  }
}

const NONE: ReadonlySet<ColumnId> = new Set();
