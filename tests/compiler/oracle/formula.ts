/** Formulas through the evaluator, and window functions in them over the order in which the rows stand. */
import { checkFormula } from "@/compiler/formula/mod.ts";
import type { Expr } from "@/compiler/ir/expr.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { evaluate } from "../formula/evaluator/evaluate.ts";
import { comparePlaces, inOrder, type Line, type Relation, tiesOf } from "./relation.ts";
import { Undecided, type Value } from "./values.ts";
import { valuesOver } from "./window.ts";

interface FormulaColumn {
  readonly type: ValueType;
  valueOf(line: Line): Value;
}

export function formulaColumn(expression: string, relation: Relation, now: number): FormulaColumn {
  const scope = new Map(relation.columns.map((column, id) => [column.name, { id, type: column }]));
  const orderBy = relation.order.length === 0
    ? []
    : [{ expr: NOTHING, direction: "asc", nulls: "last" } as const];
  const { expr, problems } = checkFormula(expression, scope, { allow: "window", orderBy });
  if (expr === undefined) {
    throw new TypeError(`${expression}: ${problems.map(({ message }) => message).join("; ")}`);
  }
  const { type, nullable, precision, scale } = expr.type;
  const known = new Map<Line, Map<number, Value>>(
    relation.lines.map((line) => [line, new Map(line.cells.entries())]),
  );
  let next = relation.columns.length;
  const plain = replaced(expr, (over) => {
    if (over.kind === "call" && over.op === "now") {
      return { kind: "param", value: new Date(now).toISOString(), type: over.type };
    }
    if (over.kind !== "window") return undefined;
    const id = next++;
    const argument = over.args[0] && replaced(over.args[0], () => undefined);
    const compare = (left: Line, right: Line) => comparePlaces(relation.order, left, right);
    const lines = inOrder(relation);
    if (over.op !== "rank" && tiesOf(lines, compare).some((tie) => tie.length > 1)) {
      throw new Undecided("a formula over a window with ties");
    }
    const values = valuesOver(lines, compare, {
      name: over.op,
      ...(argument ? { valueOf: (line) => evaluate(argument, known.get(line) ?? new Map()) } : {}),
      ...(over.offset === undefined ? {} : { offset: over.offset }),
      isOrdered: true,
    });
    lines.forEach((line, at) => known.get(line)?.set(id, values[at] ?? null));
    return { kind: "column", id, type: over.type };
  });
  return {
    type: type === "decimal" ? { type, nullable, precision, scale } : { type, nullable },
    valueOf: (line) => evaluate(plain, known.get(line) ?? new Map()),
  };
}

const NOTHING: Expr = { kind: "param", value: null, type: { type: "int64", nullable: true } };

/** The expression with parts of it replaced, the inner ones first. */
export function replaced(expr: Expr, by: (part: Expr) => Expr | undefined): Expr {
  const inner = (part: Expr) => replaced(part, by);
  let rebuilt = expr;
  if (expr.kind === "call" || expr.kind === "window") rebuilt = { ...expr, args: expr.args.map(inner) };
  if (expr.kind === "case") {
    const branches = expr.branches.map(({ when, then }) => ({ when: inner(when), then: inner(then) }));
    rebuilt = { ...expr, branches, otherwise: inner(expr.otherwise) };
  }
  return by(rebuilt) ?? rebuilt;
}
