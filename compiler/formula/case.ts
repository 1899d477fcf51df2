/** CASE: its conditions or the values compared with its subject, and results that meet in one type. */
import { caseExpr } from "../functions/mod.ts";
import type { Expr } from "../ir/expr.ts";
import type { NodeOf } from "./ast.ts";
import { type Checking, NULL } from "./checking.ts";
import { agree } from "./library/logic.ts";
import { compare } from "./operators.ts";

export function checkCase(checking: Checking, node: NodeOf<"case">): Expr | undefined {
  const subject = node.subject && checking.check(node.subject);
  const branches: { when: Expr; then: Expr }[] = [];
  let sound = node.subject === undefined || subject !== undefined;
  for (const branch of node.branches) {
    const value = checking.check(branch.when);
    const then = checking.check(branch.then);
    const span = branch.when.span;
    const when = value === undefined
      ? undefined
      : node.subject === undefined
      ? checking.condition(value, span, "use WHEN")
      : subject && compare(checking, "eq", subject, value, node.subject.span, span, span);
    if (when === undefined || then === undefined) sound = false;
    else branches.push({ when, then });
  }
  const otherwise = node.otherwise === undefined ? NULL : checking.check(node.otherwise);
  if (!sound || otherwise === undefined || branches.length === 0) return undefined;
  const results = [...branches.map((branch) => branch.then), otherwise];
  const spans = [...node.branches.map((branch) => branch.then.span), node.otherwise?.span];
  const context = { span: node.span, report: checking.report.bind(checking) };
  return agree("CASE", results, spans, context) ? caseExpr(branches, otherwise) : undefined;
}
