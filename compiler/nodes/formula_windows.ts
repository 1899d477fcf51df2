/** Window functions within formulas: settles ties, and computes nested ones in steps, since SQL cannot nest them. */
import { reference, totalOrder } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import { childrenOf, factsOf, mapChildren, nestsWindow } from "../ir/expressions.ts";
import type { Computed, Relation } from "../ir/relation.ts";
import type { BuildScope } from "./define.ts";

type Scope = Pick<BuildScope, "nodeId" | "nextId" | "repeatable">;

interface Stepped {
  readonly input: Relation;
  readonly expr: Expr;
}

/** The formula over its input. Windows inside other windows are computed before it, into hidden columns. */
export function placeWindows(input: Relation, expr: Expr, scope: Scope): Stepped {
  if (!factsOf(expr).hasWindow) return { input, expr };
  const nested = nestsWindow(expr);
  const settled = scope.repeatable || nested ? withoutTies(expr, input) : expr;
  return nested ? stepped(input, settled, scope) : { input, expr: settled };
}

function stepped(input: Relation, expr: Expr, scope: Scope): Stepped {
  const computed: Computed[] = [];
  const rest = replaceInner(expr, false, (inner) => {
    const column = { id: scope.nextId(), type: inner.type };
    computed.push({ id: column.id, expr: inner });
    return reference(column);
  });
  if (computed.length === 0) return { input, expr };
  const { columns, order } = input;
  const { nodeId } = scope;
  const step = { op: "window", spansRows: true, nodeId, input, computed, columns, order } as const;
  return stepped(step, rest, scope);
}

const holdsWindow = (expr: Expr) => childrenOf(expr).some((child) => factsOf(child).hasWindow);

/** Replaces the innermost windows of those that stand in another. */
function replaceInner(expr: Expr, inside: boolean, replace: (inner: Expr) => Expr): Expr {
  if (!factsOf(expr).hasWindow) return expr;
  const isWindow = expr.kind === "window";
  if (isWindow && !holdsWindow(expr)) return inside ? replace(expr) : expr;
  return mapChildren(expr, (child) => replaceInner(child, inside || isWindow, replace));
}

/** Every function but RANK gives rows that tie different values, so the order is made total. */
function withoutTies(expr: Expr, input: Relation): Expr {
  if (!factsOf(expr).hasWindow) return expr;
  const mapped = mapChildren(expr, (child) => withoutTies(child, input));
  if (mapped.kind !== "window" || mapped.op === "rank") return mapped;
  return { ...mapped, orderBy: totalOrder(mapped.orderBy, input.columns) };
}
