/** Operations → SQL text, through the dialect's tables. */
import type { AggregateParts, EmitContext, Unsupported, WindowText } from "../dialects/emitters.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { CallExpr, ExprOf } from "../ir/expr.ts";

/** Beyond this an engine would refuse the statement anyway. */
const MAX_SQL_LENGTH = 200_000;

/** Thrown where an expression's SQL outgrows what an engine reads; callers make it the problem `too_large`. */
export class ExpressionTooLarge extends Error {
  override name = "ExpressionTooLarge";
  readonly code = "too_large";
}

function bounded(sql: string): string {
  if (sql.length > MAX_SQL_LENGTH) throw new ExpressionTooLarge("Cannot compile: an expression is too large");
  return sql;
}

/** The table's emitter. Throws where the dialect has no such operation. */
function emitterOf<Emitter extends (...args: never[]) => unknown>(
  entry: Emitter | Unsupported,
  op: string,
): Emitter {
  if (typeof entry === "function") return entry;
  throw new TypeError(`Cannot emit ${op}: ${entry.unsupported}; ask storeProblems first`);
}

/** Text of one call; `args` are finished SQL, and `enclosing` is the call whose argument this one is. */
export function emitScalar(
  { functions }: Dialect,
  call: CallExpr,
  args: readonly string[],
  context: EmitContext,
  enclosing?: CallExpr,
): string {
  return bounded(emitterOf(functions.scalar[call.op], call.op)(args, call, context, enclosing));
}

export function emitAggregate(
  { functions }: Dialect,
  expr: ExprOf<"aggregate">,
  parts: AggregateParts,
  context: EmitContext,
): string {
  return bounded(emitterOf(functions.aggregate[expr.op], expr.op)(parts, expr, context));
}

/** Text before OVER, and what to put around `call OVER (…)`. */
export function emitWindowFunction(
  { functions }: Dialect,
  expr: ExprOf<"window">,
  args: readonly string[],
  context: EmitContext,
): WindowText {
  return emitterOf(functions.window[expr.op], expr.op)(args, expr, context);
}
