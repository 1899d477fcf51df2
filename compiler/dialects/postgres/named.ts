import type { CallExpr } from "../../ir/expr.ts";
import { factsOf } from "../../ir/expressions.ts";
import type { EmitContext } from "../emitters.ts";
import type { Spelling } from "./spelling.ts";

/**
 * A text that names its operand several times. The operand is computed once, in a subquery that the planner does not
 * pull up again, where one may stand; what looks at other rows cannot be computed there.
 */
export function once(
  operand: string,
  call: CallExpr,
  { nests }: EmitContext,
  { namesOperands }: Spelling,
  text: (operand: string) => string,
): string {
  const { hasAggregate, hasWindow } = factsOf(call);
  if (!namesOperands || !nests || hasAggregate || hasWindow) return text(operand);
  return `(SELECT ${text("v.x")} FROM (SELECT ${operand} AS x OFFSET 0) AS v)`;
}
