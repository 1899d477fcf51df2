/** What a store cannot do of an expression. */
import type { Dialect } from "../dialects/dialect.ts";
import { type CallExpr, type Expr, isTimed } from "../ir/expr.ts";
import { childrenOf } from "../ir/expressions.ts";
import { readPattern } from "../functions/patterns.ts";
import type { Problem } from "../schema/vocabulary.ts";

/** Everything that the dialect has no SQL for. Ask before emitting. */
export function storeProblems(dialect: Dialect, expr: Expr): readonly Problem[] {
  const problems: Problem[] = [];
  collect(dialect, expr, problems);
  return problems;
}

function collect(dialect: Dialect, expr: Expr, problems: Problem[]): void {
  for (const entry of [entryOf(dialect, expr), frameOf(dialect, expr)]) {
    if (entry === undefined || typeof entry === "function") continue;
    problems.push({ code: "unsupported_on_store", message: `Cannot run here: ${entry.unsupported}.` });
  }
  if (expr.kind === "call" && expr.op === "matches") problems.push(...patternProblems(dialect, expr));
  for (const child of childrenOf(expr)) collect(dialect, child, problems);
}

function entryOf({ functions }: Dialect, expr: Expr) {
  switch (expr.kind) {
    case "call":
      return functions.scalar[expr.op];
    case "aggregate":
      return functions.aggregate[expr.op];
    case "window":
      return functions.window[expr.op];
    default:
      return undefined;
  }
}

/** What the dialect makes of a frame in time. */
function frameOf({ functions }: Dialect, expr: Expr) {
  if (expr.kind !== "window" || expr.frame === undefined || !isTimed(expr.frame)) return undefined;
  const [key] = expr.orderBy;
  if (key === undefined) return undefined;
  const { frame } = expr;
  return functions.timeFrames({
    partition: [],
    key: "",
    type: key.expr.type,
    direction: key.direction,
    frame,
  });
}

function patternProblems(dialect: Dialect, call: CallExpr): readonly Problem[] {
  const pattern = call.args[1];
  if (pattern?.kind !== "param" || pattern.value === null) {
    return [{ code: "invalid_pattern", message: "Cannot match: the pattern has to be written as text." }];
  }
  const read = readPattern(String(pattern.value));
  if (!read.ok) return [{ code: "invalid_pattern", message: `Cannot read the pattern: ${read.reason}.` }];
  if (dialect.matchesByRe2 || read.common !== undefined) return [];
  return [{
    code: "unsupported_on_store",
    message: "Cannot run here: the live store reads this pattern differently.",
    hint: "Avoid \\b, \\A, \\z, \\p, \\x and \\Q, \\D, \\W and \\S inside [ ], [:classes:], named groups, " +
      "flags but for a leading (?i), and more than 255 repetitions.",
  }];
}
