/** Formulas over aggregates: each aggregate of its group's rows, then the formula of those and of the group's keys. */
import { checkFormula } from "@/compiler/formula/mod.ts";
import type { Expr, ExprOf } from "@/compiler/ir/expr.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { evaluate } from "../formula/evaluator/evaluate.ts";
import { aggregate, type AggregateName, percentileOf } from "./aggregates.ts";
import { replaced } from "./formula.ts";
import type { Line, Relation } from "./relation.ts";
import type { Value } from "./values.ts";

interface GroupFormula {
  readonly type: ValueType;
  /** Of the rows that take part, and of any row of the group for its keys. */
  valueOf(lines: readonly Line[], any: Line | undefined, now: number): Value;
}

const rowOf = (line: Line | undefined): Map<number, Value> => new Map(line?.cells.entries() ?? []);

/** Over the lines that a condition inside the formula keeps. */
function aggregateOf({ op, args, where }: ExprOf<"aggregate">, lines: readonly Line[]): Value {
  const taking = where === undefined ? lines : lines.filter((line) => evaluate(where, rowOf(line)) === true);
  const [argument, share] = args;
  if (argument === undefined) return BigInt(taking.length);
  const values = taking.map((line) => evaluate(argument, rowOf(line)));
  if (op !== "percentile") return aggregate(op as AggregateName, values);
  return percentileOf(
    values,
    Number((100 * Number(share?.kind === "param" ? share.value : NaN)).toPrecision(15)),
  );
}

export function groupFormula(
  expression: string,
  { columns }: Relation,
  keys: readonly number[],
): GroupFormula {
  const scope = new Map(columns.map((column, id) => [column.name, { id, type: column }]));
  const { expr, problems } = checkFormula(expression, scope, { allow: "aggregate", keys: new Set(keys) });
  if (expr === undefined) {
    throw new TypeError(`${expression}: ${problems.map(({ message }) => message).join("; ")}`);
  }
  const { type, nullable, precision, scale } = expr.type;
  return {
    type: type === "decimal" ? { type, nullable, precision, scale } : { type, nullable },
    valueOf(lines, any, now) {
      const row = rowOf(any);
      let next = columns.length;
      const plain = replaced(expr, (part): Expr | undefined => {
        if (part.kind === "call" && part.op === "now") {
          return { kind: "param", value: new Date(now).toISOString(), type: part.type };
        }
        if (part.kind !== "aggregate") return undefined;
        const value = aggregateOf(part, lines);
        const id = next++;
        row.set(id, value);
        return { kind: "column", id, type: part.type };
      });
      return evaluate(plain, row);
    },
  };
}
