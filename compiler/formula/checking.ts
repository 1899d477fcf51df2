/** What every step of checking a formula works with: the columns in scope, the way back to `check`, the problems. */
import { castExpr, describeType, isNullLiteral, MAX_SCALE, param } from "../functions/mod.ts";
import type { ColumnId, Expr, SortKey } from "../ir/expr.ts";
import type { Problem, Span, ValueType } from "../schema/vocabulary.ts";
import type { FormulaNode } from "./ast.ts";
import type { Level } from "./library/definition.ts";
import { parseDate, parseDatetime } from "./literals.ts";

interface ScopeColumn {
  readonly id: ColumnId;
  readonly type: ValueType;
}

/** A Map of columns by name is one. */
export type Scope = Pick<ReadonlyMap<string, ScopeColumn>, "get" | "has" | "keys">;

export interface CheckOptions {
  /** What may stand beside functions of one row: aggregates, or window functions; nothing by default. */
  readonly allow?: Level;
  /** Columns that an aggregate formula may use as they are. */
  readonly keys?: ReadonlySet<ColumnId>;
  /** The order that window functions run in; without one they are problems. */
  readonly orderBy?: readonly SortKey[];
  readonly partitionBy?: readonly Expr[];
}

export const TEXT: ValueType = { type: "string", nullable: false };
export const NULL: Expr = param(null, TEXT);

export abstract class Checking {
  readonly problems: Problem[] = [];
  readonly scope: Scope;
  readonly options: CheckOptions;

  constructor(scope: Scope, options: CheckOptions) {
    this.scope = scope;
    this.options = options;
  }

  /** The typed expression of a node; undefined where a problem has been reported below. */
  abstract check(node: FormulaNode): Expr | undefined;

  /** The message comes without its full stop. */
  report(span: Span, code: string, message: string, hint?: string): undefined {
    this.problems.push({ code, message: `${message}.`, span, ...(hint === undefined ? {} : { hint }) });
  }

  /** Reports what was found where a type was wanted. */
  mismatch(span: Span, action: string, expected: string, found: ValueType, hint?: string): undefined {
    this.report(
      span,
      "wrong_type",
      `Cannot ${action}: ${expected} expected, ${describeType(found)} found`,
      hint,
    );
  }

  /** The expression where a condition is wanted; null is a condition that is never true. */
  condition(expr: Expr, span: Span, action: string): Expr | undefined {
    if (isNullLiteral(expr)) return castExpr(expr, { type: "boolean", nullable: true });
    if (expr.type.type !== "boolean") {
      return this.mismatch(span, action, "boolean", expr.type, "Compare it first.");
    }
    return expr;
  }

  /** Refuses a decimal with more places than the stores keep exactly. */
  bounded(expr: Expr, span: Span): Expr | undefined {
    if ((expr.type.scale ?? 0) <= MAX_SCALE) return expr;
    return this.report(
      span,
      "too_many_digits",
      `Cannot compute exactly: ${expr.type.scale} decimal places, at most ${MAX_SCALE} are kept`,
      "Use ROUND(…) or FLOAT(…) on a part of it.",
    );
  }
}

/** How to write text as the time that it holds. */
export function timeLiteral(expr: Expr): string | undefined {
  if (expr.kind !== "param" || expr.type.type !== "string") return undefined;
  const text = String(expr.value);
  if (parseDate(text) !== undefined) return `Write DATE("${text}").`;
  return parseDatetime(text) === undefined ? 'Write DATE("2024-01-31").' : `Write DATETIME("${text}").`;
}
