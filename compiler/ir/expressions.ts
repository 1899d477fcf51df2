/** Walks and rewrites of expressions. */
import type { ColumnId, Expr, ExprOf, ScalarOp, SortKey } from "./expr.ts";

export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "column":
    case "param":
    case "list":
      return [];
    case "call":
      return expr.args;
    case "case":
      return [...expr.branches.flatMap((branch) => [branch.when, branch.then]), expr.otherwise];
    case "aggregate":
      return [...expr.args, ...expr.orderBy.map((key) => key.expr), ...(expr.where ? [expr.where] : [])];
    case "window":
      return [...expr.args, ...expr.partitionBy, ...expr.orderBy.map((key) => key.expr)];
  }
}

/** The column that an expression is, or is the key of; undefined where it is computed. */
export function columnUnder(expr: Expr): ColumnId | undefined {
  if (expr.kind === "column") return expr.id;
  const [inner] = expr.kind === "call" && expr.op === "key" ? expr.args : [];
  return inner && columnUnder(inner);
}

interface ExprFacts {
  /** Nodes of the tree as it would be written out. */
  readonly size: number;
  readonly depth: number;
  readonly hasAggregate: boolean;
  readonly hasWindow: boolean;
  /** No column is read: the same value on every row. */
  readonly isConstant: boolean;
}

const known = new WeakMap<Expr, ExprFacts>();

/**
 * Operations that become several nested calls in SQL; they count as so many levels of depth. A chain of each function is
 * compiled in a test, which fails where a line is missing.
 */
const STEEP: Readonly<Partial<Record<ScalarOp, number>>> = {
  power: 4,
  sqrt: 4,
  ln: 4,
  log: 4,
  log10: 4,
  exp: 4,
  date_add: 4,
  bucket: 4,
  substring: 3,
  split_part: 3,
  pad_left: 6,
  pad_right: 6,
  to_int: 3,
  to_float: 4,
  to_exact: 4,
  to_time: 8,
};

/** Size, depth and class of an expression; remembered, since inlining shares subtrees. */
export function factsOf(expr: Expr): ExprFacts {
  const found = known.get(expr);
  if (found !== undefined) return found;
  let size = 1;
  let depth = 0;
  let hasAggregate = expr.kind === "aggregate";
  let hasWindow = expr.kind === "window";
  let isConstant = expr.kind !== "column" && !hasAggregate && !hasWindow;
  for (const child of childrenOf(expr)) {
    const facts = factsOf(child);
    size += facts.size;
    depth = Math.max(depth, facts.depth);
    hasAggregate ||= facts.hasAggregate;
    hasWindow ||= facts.hasWindow;
    isConstant &&= facts.isConstant;
  }
  depth += (expr.kind === "call" ? STEEP[expr.op] : undefined) ?? 1;
  const facts = { size, depth, hasAggregate, hasWindow, isConstant };
  known.set(expr, facts);
  return facts;
}

const written = new WeakMap<Expr, number>();

/** Size as written where float64 arithmetic repeats its operands to catch overflow: sums twice, products three times. */
export function guardedSize(expr: Expr): number {
  const found = written.get(expr);
  if (found !== undefined) return found;
  const isGuarded = expr.kind === "call" && expr.type.type === "float64";
  const copies = !isGuarded
    ? 1
    : expr.op === "add" || expr.op === "subtract"
    ? 2
    : expr.op === "multiply" || expr.op === "divide"
    ? 3
    : expr.op === "power"
    ? 6
    : 1;
  let size = 1;
  for (const child of childrenOf(expr)) size += copies * guardedSize(child);
  written.set(expr, size);
  return size;
}

/** Whether a window function stands within another, which SQL does not allow. */
export function nestsWindow(expr: Expr): boolean {
  if (!factsOf(expr).hasWindow) return false;
  const children = childrenOf(expr);
  const hasForbidden = expr.kind === "window" ? (child: Expr) => factsOf(child).hasWindow : nestsWindow;
  return children.some(hasForbidden);
}

export function collectColumns(expr: Expr, into: Set<ColumnId>): Set<ColumnId> {
  if (expr.kind === "column") into.add(expr.id);
  else for (const child of childrenOf(expr)) collectColumns(child, into);
  return into;
}

export type Substitution = (column: ExprOf<"column">) => Expr;

/** Replaces every column reference; what has none is kept as it is, not copied. */
export function substitute(expr: Expr, replace: Substitution): Expr {
  return expr.kind === "column" ? replace(expr) : mapChildren(expr, (child) => substitute(child, replace));
}

export function mapChildren(expr: Expr, map: (child: Expr) => Expr): Expr {
  const mapKeys = (keys: readonly SortKey[]) => keys.map((key) => ({ ...key, expr: map(key.expr) }));
  switch (expr.kind) {
    case "column":
    case "param":
    case "list":
      return expr;
    case "call":
      return { ...expr, args: expr.args.map(map) };
    case "case":
      return {
        ...expr,
        branches: expr.branches.map((branch) => ({ when: map(branch.when), then: map(branch.then) })),
        otherwise: map(expr.otherwise),
      };
    case "aggregate":
      return {
        ...expr,
        args: expr.args.map(map),
        orderBy: mapKeys(expr.orderBy),
        ...(expr.where ? { where: map(expr.where) } : {}),
      };
    case "window":
      return {
        ...expr,
        args: expr.args.map(map),
        partitionBy: expr.partitionBy.map(map),
        orderBy: mapKeys(expr.orderBy),
      };
  }
}

export function substituteKeys(keys: readonly SortKey[], replace: Substitution): readonly SortKey[] {
  return keys.map((key) => ({ ...key, expr: substitute(key.expr, replace) }));
}

/** Whether both are one object or the same column: equality that survives substitution. */
export function isSame(left: Expr, right: Expr): boolean {
  return left === right || left.kind === "column" && right.kind === "column" && left.id === right.id;
}

/** Splits nested ANDs into their parts. */
export function conjuncts(expr: Expr): readonly Expr[] {
  return expr.kind === "call" && expr.op === "and" ? expr.args.flatMap(conjuncts) : [expr];
}

export function isSameOrder(left: readonly SortKey[], right: readonly SortKey[]): boolean {
  return left.length === right.length &&
    left.every((key, at) => {
      const other = right[at];
      return other !== undefined && key.direction === other.direction && key.nulls === other.nulls &&
        isSame(key.expr, other.expr);
    });
}
