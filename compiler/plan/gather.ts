/** Window functions that a store lacks, in two steps: gather the frame's values, then compute from them. */
import { call, windowCall } from "../functions/mod.ts";
import type { ColumnId, Expr, ExprOf } from "../ir/expr.ts";
import { childrenOf, factsOf, mapChildren } from "../ir/expressions.ts";
import { type Computed, inputsFirst, type Relation, withInputs } from "../ir/relation.ts";

type Gathered = "median" | "count_distinct";

const isGathered = (expr: Expr): expr is ExprOf<"window"> & { readonly op: Gathered } =>
  expr.kind === "window" && (expr.op === "median" || expr.op === "count_distinct");

const holdsGathered = (expr: Expr): boolean =>
  factsOf(expr).hasWindow && (isGathered(expr) || childrenOf(expr).some(holdsGathered));

/** The same plan without these functions; the plan itself where it has none. */
export function gatherWindows(root: Relation, nextId: () => ColumnId): Relation {
  const done = new Map<Relation, Relation>();
  for (const relation of inputsFirst(root)) {
    const moved = withInputs(relation, (input) => done.get(input) ?? input);
    done.set(relation, moved.op === "window" ? gathered(moved, nextId) : moved);
  }
  return done.get(root) ?? root;
}

function gathered(relation: Extract<Relation, { op: "window" }>, nextId: () => ColumnId): Relation {
  if (!relation.computed.some(({ expr }) => holdsGathered(expr))) return relation;
  const collected: Computed[] = [];
  const outer: Computed[] = [];
  const replace = (expr: Expr): Expr => {
    if (expr.kind !== "window") return mapChildren(expr, replace);
    const inner = isGathered(expr) ? collecting(expr) : expr;
    const id = nextId();
    collected.push({ id, expr: inner });
    const column: Expr = { kind: "column", id, type: inner.type };
    if (!isGathered(expr)) return column;
    return call(expr.op === "median" ? "median_of" : "count_distinct_of", [column]);
  };
  for (const { id, expr } of relation.computed) {
    if (holdsGathered(expr)) outer.push({ id, expr: replace(expr) });
    else collected.push({ id, expr });
  }
  const made = new Set(outer.map(({ id }) => id));
  const columns = relation.columns.filter(({ id }) => !made.has(id));
  return { ...relation, op: "extend", input: { ...relation, columns, computed: collected }, computed: outer };
}

function collecting(expr: ExprOf<"window"> & { readonly op: Gathered }): Expr {
  const { kind: _, type: __, ...parts } = expr;
  return windowCall({ ...parts, op: "collect" });
}
