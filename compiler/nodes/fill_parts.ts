/** What the parts of a fill share: its settings, and a relation that grows by the columns they need. */
import { param } from "../functions/mod.ts";
import type { Expr, SortKey } from "../ir/expr.ts";
import type { Computed, Relation } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, passing } from "./define.ts";

/** How a row sees the others of its partition. */
export interface Sight {
  readonly partitionBy: readonly Expr[];
  readonly order: readonly SortKey[];
}

const COUNT: ValueType = { type: "int64", nullable: false };
export const count = (value: number) => param(String(value), COUNT);
export const ZERO = count(0);

/** A relation that grows by columns. */
export class Growing {
  relation: Relation;

  constructor(relation: Relation, readonly scope: Pick<BuildScope, "nodeId" | "nextId">) {
    this.relation = relation;
  }

  add(op: "extend" | "window", exprs: readonly Expr[]): readonly Expr[] {
    const computed: Computed[] = exprs.map((expr) => ({ id: this.scope.nextId(), expr }));
    if (computed.length > 0) {
      this.relation = { ...passing(this.relation, this.scope), op, computed };
    }
    return computed.map(({ id, expr }) => ({ kind: "column", id, type: expr.type }));
  }
}
