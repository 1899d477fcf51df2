/** Expression → SQL text. */
import type { Dialect } from "../dialects/dialect.ts";
import type { EmitContext } from "../dialects/emitters.ts";
import { type CallExpr, type Expr, type ExprOf, isTimed, type SortKey, type Span } from "../ir/expr.ts";
import { factsOf } from "../ir/expressions.ts";
import type { Binder } from "./binder.ts";
import { emitAggregate, emitScalar, emitWindowFunction } from "./operations.ts";

export interface ExpressionContext {
  readonly dialect: Dialect;
  readonly binder: Binder;
  /** What a dialect's functions may use while they write. */
  readonly functions: EmitContext;
  /** The caller's moment "now", where there is one. */
  readonly now?: Expr;
  column(expr: ExprOf<"column">): string;
}

/** Text of an expression; `enclosing` is the call whose argument it is, where it is one. */
export function emitExpr(expr: Expr, context: ExpressionContext, enclosing?: CallExpr): string {
  const { dialect, binder } = context;
  switch (expr.kind) {
    case "column":
      return context.column(expr);
    case "param":
      return binder.bind(expr.value, expr.type);
    case "list":
      return binder.bindList(expr.values, expr.type);
    case "call": {
      if (expr.op === "now" && context.now) return emitExpr(context.now, context);
      const args = expr.args.map((arg) => emitExpr(arg, context, expr));
      return emitScalar(dialect, expr, args, context.functions, enclosing);
    }
    case "case": {
      const branches = expr.branches.map((branch) =>
        `WHEN ${emitExpr(branch.when, context)} THEN ${emitExpr(branch.then, context)}`
      );
      return `(CASE ${branches.join(" ")} ELSE ${emitExpr(expr.otherwise, context)} END)`;
    }
    case "aggregate":
      return emitAggregate(dialect, expr, {
        args: expr.args.map((arg) => ordered(arg, expr.op, context)),
        orderBy: expr.orderBy.map((key) => ({
          sql: dialect.sortable(emitExpr(key.expr, context), key.expr.type),
          direction: key.direction,
        })),
        ...(expr.where ? { where: emitExpr(expr.where, context) } : {}),
      }, context.functions);
    case "window":
      return emitWindow(expr, context);
  }
}

const BY_ORDER: ReadonlySet<string> = new Set(["min", "max", "first", "last"]);

/** The argument of a function over many rows. Where it compares its values, texts compare by bytes. */
function ordered(arg: Expr, op: string, context: ExpressionContext): string {
  const sql = emitExpr(arg, context);
  return BY_ORDER.has(op) ? context.dialect.sortable(sql, arg.type) : sql;
}

const UNFRAMED: ReadonlySet<string> = new Set(["row_number", "rank", "dense_rank", "ntile", "lag", "lead"]);

function emitWindow(expr: ExprOf<"window">, context: ExpressionContext): string {
  const args = expr.args.map((arg) => ordered(arg, expr.op, context));
  const text = emitWindowFunction(context.dialect, expr, args, context.functions);
  const partition = expr.partitionBy.filter((part) => !factsOf(part).isConstant)
    .map((part) => emitExpr(part, context));
  const over = overTime(expr, partition, context) ?? overRows(expr, partition, context);
  const first = over(text.call);
  return text.wrap ? text.wrap(first, ...(text.others ?? []).map(over)) : first;
}

type Over = (call: string) => string;

function overRows(expr: ExprOf<"window">, partition: readonly string[], context: ExpressionContext): Over {
  const parts: string[] = [];
  if (partition.length > 0) {
    parts.push(`PARTITION BY ${partition.join(", ")}`);
  }
  const keys = sortTexts(expr.orderBy, (key) => key, context).map(({ text }) => text);
  if (keys.length > 0) parts.push(`ORDER BY ${keys.join(", ")}`);
  if (!UNFRAMED.has(expr.op)) parts.push(frameText(expr));
  return (call) => `${call} OVER (${parts.join(" ")})`;
}

/** Undefined for a frame of rows. */
function overTime(
  { frame, orderBy: [key] }: ExprOf<"window">,
  partition: readonly string[],
  context: ExpressionContext,
): Over | undefined {
  if (frame === undefined || key === undefined || !isTimed(frame)) return undefined;
  const { type } = key.expr;
  const window = { partition, key: emitExpr(key.expr, context), type, direction: key.direction, frame };
  const over = context.dialect.functions.timeFrames(window);
  if (typeof over === "function") return over;
  throw new TypeError(`Cannot emit a frame: ${over.unsupported}; ask storeProblems first`);
}

/** Frames count rows: to the current row where there is an order, else the whole partition. */
function frameText(expr: ExprOf<"window">): string {
  const { preceding, following } = expr.frame ??
    {
      preceding: "unbounded" as const,
      following: expr.orderBy.length > 0 ? "current" as const : "unbounded" as const,
    };
  const start = preceding === "unbounded" ? "UNBOUNDED PRECEDING" : edge(preceding, "PRECEDING");
  const end = following === "unbounded"
    ? "UNBOUNDED FOLLOWING"
    : following === "current"
    ? "CURRENT ROW"
    : edge(following, "FOLLOWING");
  return `ROWS BETWEEN ${start} AND ${end}`;
}

/** A frame's width is a checked whole number; engines take no placeholder there. */
function edge(rows: number | Span, side: "PRECEDING" | "FOLLOWING"): string {
  if (typeof rows === "object" || !Number.isSafeInteger(rows) || rows < 0) {
    throw new TypeError(`Cannot emit a frame of ${JSON.stringify(rows)} rows`);
  }
  return rows === 0 ? "CURRENT ROW" : `${rows} ${side}`;
}

interface SortText {
  readonly key: SortKey;
  readonly text: string;
}

/**
 * Sort keys with their direction and the place of nulls written out. Constants order nothing and are left out, and so is
 * a key that stands before already.
 */
export function sortTexts(
  keys: readonly SortKey[],
  exprOf: (expr: Expr) => Expr,
  context: ExpressionContext,
): readonly SortText[] {
  const seen = new Set<string>();
  const texts: SortText[] = [];
  for (const key of keys) {
    const expr = exprOf(key.expr);
    if (factsOf(expr).isConstant) continue;
    const sql = context.dialect.sortable(emitExpr(expr, context), expr.type);
    if (seen.has(sql)) continue;
    seen.add(sql);
    texts.push({ key, text: `${sql} ${key.direction.toUpperCase()} NULLS ${key.nulls.toUpperCase()}` });
  }
  return texts;
}
