import {
  call,
  caseExpr,
  castExpr,
  commonTypeOf,
  describeType,
  functionCall,
  isNullLiteral,
  unify,
} from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Span, ValueType } from "../../schema/vocabulary.ts";
import { any, direct, family, type Help, type LowerContext } from "./definition.ts";

/** Whether the results meet in one type; reports the first that does not. */
export function agree(
  name: string,
  exprs: readonly Expr[],
  spans: readonly (Span | undefined)[],
  context: Pick<LowerContext, "report" | "span">,
): boolean {
  for (let count = 2; count <= exprs.length; count++) {
    if (commonTypeOf(exprs.slice(0, count)) !== undefined) continue;
    const found = exprs[count - 1];
    const before = commonTypeOf(exprs.slice(0, count - 1));
    context.report(
      spans[count - 1] ?? context.span,
      "wrong_type",
      `Cannot mix results of ${name}: ${before && describeType(before)} expected, ${
        found && describeType(found.type)
      } found`,
      "Turn the values into text with TEXT(…), or make them one type.",
    );
    return false;
  }
  return true;
}

function conditional(args: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined {
  if (args.length % 2 === 0) {
    context.report(
      context.span,
      "wrong_arguments",
      `Cannot call IF with ${args.length} arguments: a value for "else" is needed`,
      "IF(condition, value, [condition, value …,] else)",
    );
    return undefined;
  }
  const branches: { when: Expr; then: Expr }[] = [];
  const results: Expr[] = [];
  const places: (Span | undefined)[] = [];
  let sound = true;
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [when, then] = [args[index], args[index + 1]];
    if (when === undefined || then === undefined) continue;
    if (when.type.type !== "boolean" && !isNullLiteral(when)) {
      sound = false;
      context.report(
        spans[index] ?? context.span,
        "wrong_type",
        `Cannot use ${describeType(when.type)} as a condition of IF: boolean expected`,
        "Compare it with something.",
      );
    }
    branches.push({
      when: isNullLiteral(when) ? castExpr(when, { type: "boolean", nullable: true }) : when,
      then,
    });
    results.push(then);
    places.push(spans[index + 1]);
  }
  const otherwise = args[args.length - 1];
  if (otherwise === undefined) return undefined;
  results.push(otherwise);
  places.push(spans[args.length - 1]);
  return agree("IF", results, places, context) && sound ? caseExpr(branches, otherwise) : undefined;
}

const unified = (name: string, op: "coalesce" | "nullif") =>
(
  args: readonly Expr[],
  context: LowerContext,
  spans: readonly Span[],
) => agree(name, args, spans, context) ? call(op, args) : undefined;

/** GREATEST and LEAST, of what has an order: not of booleans. */
const extreme = (op: "greatest" | "least") =>
(
  args: readonly Expr[],
  context: LowerContext,
  spans: readonly Span[],
) => {
  const name = op.toUpperCase();
  const at = args.findIndex(({ type }) => type.type === "boolean");
  if (at >= 0) {
    const message = `Cannot call ${name} of boolean: it has no order`;
    context.report(spans[at] ?? context.span, "wrong_type", message, "Use AND or OR.");
    return undefined;
  }
  if (!agree(name, args, spans, context)) return undefined;
  return functionCall(op, unify(args), (ready) => ({
    ...(commonTypeOf(ready) ?? NOTHING),
    nullable: ready.every(({ type }) => type.nullable),
  }));
};
const NOTHING: ValueType = { type: "string", nullable: true };

const several = { ...any, repeats: true };

export const logic = family("logic", [
  [
    "IF(condition, value, …, else)",
    [any, any, several],
    conditional,
  ],
  [
    "COALESCE(value, …)",
    [several],
    unified("COALESCE", "coalesce"),
  ],
  [
    "NULLIF(value, other)",
    [any, any],
    unified("NULLIF", "nullif"),
  ],
  [
    "GREATEST(value, …)",
    [several],
    extreme("greatest"),
  ],
  ["LEAST(value, …)", [several], extreme("least")],
  ["ISNULL(value)", [any], direct("is_null")],
  ["ISNOTNULL(value)", [any], direct("is_not_null")],
]);

export const logicHelp: Help<typeof logic> = {
  IF: ["The value of the first true condition, else the last.", 'IF([quantity] > 1000, "large", "small")'],
  COALESCE: ["The first that is not null.", "COALESCE([bid], 0)"],
  NULLIF: ["Null where both are equal.", "NULLIF([size], 0)"],
  GREATEST: ["The largest that is not null.", "GREATEST([bid], [price])"],
  LEAST: ["The smallest that is not null.", "LEAST([bid], [price])"],
  ISNULL: ["Whether it is null.", "ISNULL([bid])"],
  ISNOTNULL: ["Whether it is not null.", "ISNOTNULL([bid])"],
};
