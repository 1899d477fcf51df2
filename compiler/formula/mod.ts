/**
 * The formula language: text → tokens → tree → typed expression. Pure, so the editor runs it on every keystroke and
 * the compiler again on the server.
 */
import type { Expr, SortKey } from "../ir/expr.ts";
import { hintingSparingly } from "../schema/closest_name.ts";
import type { Column, Problem, ValueType } from "../schema/vocabulary.ts";
import { Checker } from "./checker.ts";
import { type CheckOptions, NULL, type Scope } from "./checking.ts";
import { levelOf, levelProblems } from "./levels.ts";
import type { Level } from "./library/definition.ts";
import { parse } from "./parser.ts";

interface CheckedFormula {
  /** Present when there is no problem. */
  readonly expr?: Expr;
  readonly type?: ValueType;
  readonly level: Level;
  readonly problems: readonly Problem[];
}

/** Reads and checks a formula against the columns in scope. Never throws; all problems are collected, by place. */
export function checkFormula(text: string, scope: Scope, options: CheckOptions = {}): CheckedFormula {
  const parsed = parse(text);
  const checker = new Checker(scope, options);
  const expr = hintingSparingly(() => checker.check(parsed.root));
  const level = expr === undefined ? "scalar" : levelOf(expr);
  const mixed = expr === undefined ? [] : levelProblems(expr, options.keys ?? new Set(), parsed.root.span);
  const problems = [...parsed.problems, ...checker.problems, ...mixed];
  problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  if (expr === undefined || problems.length > 0) return { level, problems };
  return { expr, type: expr.type, level, problems };
}

/**
 * The type of a formula's result wherever its level is allowed, undefined while it has none. For an editor: problems
 * come with the node's, which knows whether there is an order and what the rows are grouped by.
 */
export function formulaType(text: string, columns: readonly Column[], allow: Level): ValueType | undefined {
  const scope = new Map(columns.map((column, id) => [column.name, { id, type: column }]));
  const orderBy: SortKey[] = [{ expr: NULL, direction: "asc", nulls: "last" }];
  return checkFormula(text, scope, { allow, orderBy, keys: new Set(columns.keys()) }).type;
}

export type { Scope } from "./checking.ts";
export { type Completion, completions } from "./completions.ts";
export { columnText, tokenize } from "./lexer.ts";
export type { FunctionCategory } from "./library/definition.ts";
export { functions } from "./library/mod.ts";
