/** Expression → SQL text, through the dialect's table. Values are always bound. */
import type { CallExpr, Expr, ExprOf } from "../ir/expr.ts";
import { childrenOf } from "../ir/expressions.ts";
import type { DialectName, Problem, ValueType } from "../schema/types.ts";
import { clickhouse } from "./clickhouse/mod.ts";
import type { AggregateParts, DialectFunctions, EmitContext, WindowText } from "./dialect.ts";
import { materialize } from "./materialize.ts";
import { readPattern } from "./patterns.ts";
import { postgres } from "./postgres/mod.ts";

const DIALECTS: Readonly<Record<DialectName, DialectFunctions>> = { clickhouse, postgres, materialize };

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

function impossible(what: string, reason: string): never {
  throw new TypeError(`Cannot emit ${what}: ${reason}; ask storeProblems first`);
}

/** Text of one call; `args` are finished SQL. Throws where the dialect has no such operation. */
export function emitScalar(
  dialect: DialectName,
  call: CallExpr,
  args: readonly string[],
  context: EmitContext,
): string {
  const emitter = DIALECTS[dialect].scalar[call.op];
  if (typeof emitter !== "function") return impossible(call.op, emitter.unsupported);
  return bounded(emitter(args, call, context));
}

export function emitAggregate(
  dialect: DialectName,
  expr: ExprOf<"aggregate">,
  parts: AggregateParts,
  context: EmitContext,
): string {
  const emitter = DIALECTS[dialect].aggregate[expr.op];
  if (typeof emitter !== "function") return impossible(expr.op, emitter.unsupported);
  return bounded(emitter(parts, expr, context));
}

/** Text before OVER, and what to put around `call OVER (…)`. */
export function emitWindowFunction(
  dialect: DialectName,
  expr: ExprOf<"window">,
  args: readonly string[],
  context: EmitContext,
): WindowText {
  const emitter = DIALECTS[dialect].window[expr.op];
  if (typeof emitter !== "function") return impossible(expr.op, emitter.unsupported);
  return emitter(args, expr, context);
}

export function castTo(dialect: DialectName, sql: string, to: ValueType, from?: ValueType): string {
  return DIALECTS[dialect].castTo(sql, to, from);
}

export function parameterType(dialect: DialectName, type: ValueType, list = false): string {
  return DIALECTS[dialect].parameterType(type, list);
}

/**
 * A bound value's place in the text, with its type: `{p1:Int64}`, `$1::bigint`. PostgreSQL's datetimes are read as
 * UTC whatever the session's zone; lists go to the operation `in` only.
 */
export function placeholder(dialect: DialectName, reference: string, type: ValueType, list = false): string {
  return DIALECTS[dialect].placeholder(reference, type, list);
}

/** What this dialect cannot do of an expression. Ask before emitting. */
export function storeProblems(dialect: DialectName, expr: Expr): Problem[] {
  const problems: Problem[] = [];
  visit(expr, (each) => {
    const table = DIALECTS[dialect];
    const entry = each.kind === "call"
      ? table.scalar[each.op]
      : each.kind === "aggregate"
      ? table.aggregate[each.op]
      : each.kind === "window"
      ? table.window[each.op]
      : undefined;
    if (entry !== undefined && typeof entry !== "function") {
      problems.push({ code: "unsupported_on_store", message: `Cannot run here: ${entry.unsupported}.` });
    }
    if (each.kind === "call" && each.op === "matches") problems.push(...patternProblems(dialect, each));
  });
  return problems;
}

function patternProblems(dialect: DialectName, call: CallExpr): Problem[] {
  const pattern = call.args[1];
  if (pattern?.kind !== "param" || pattern.value === null) {
    return [{ code: "invalid_pattern", message: "Cannot match: the pattern has to be written as text." }];
  }
  const read = readPattern(String(pattern.value));
  if (!read.ok) return [{ code: "invalid_pattern", message: `Cannot read the pattern: ${read.reason}.` }];
  if (dialect === "clickhouse" || read.common !== undefined) return [];
  return [{
    code: "unsupported_on_store",
    message: "Cannot run here: the live store reads this pattern differently.",
    hint: "Avoid \\b, \\A, \\z, \\p, \\x and \\Q, \\D, \\W and \\S inside [ ], [:classes:], named groups, " +
      "flags but for a leading (?i), and more than 255 repetitions.",
  }];
}

/** Every expression inside, itself first. */
export function visit(expr: Expr, see: (expr: Expr) => void): void {
  see(expr);
  for (const child of childrenOf(expr)) visit(child, see);
}
