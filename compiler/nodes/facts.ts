/** What is said of all rows of a reduced chart: columns behind its own, the same in every row. */
import type { Expr } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";

export interface Fact {
  readonly name: string;
  readonly expr: Expr;
}

/** The relation with the facts behind its columns. Names that a column has already are told apart by a sign. */
export function withFacts(relation: Relation, facts: readonly Fact[], scope: BuildScope): Relation {
  if (!scope.wantsFacts || facts.length === 0) return relation;
  const taken = new Set(relation.columns.map(({ name }) => name));
  const computed = facts.map(({ expr }) => ({ id: scope.nextId(), expr }));
  const columns = computed.map(({ id, expr }, at): RelationColumn => ({
    id,
    name: free(facts[at]!.name, taken),
    type: { ...expr.type },
  }));
  scope.facts(facts.length);
  return {
    op: "extend",
    nodeId: relation.nodeId,
    input: relation,
    computed,
    columns: [...relation.columns, ...columns],
    order: relation.order,
  };
}

function free(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? free(`${name}~`, taken) : name;
}
