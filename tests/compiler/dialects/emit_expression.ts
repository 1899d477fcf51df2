/** A whole expression as SQL with its parameters: the least an emitter can be. */
import { type Dialect, DIALECTS } from "@/compiler/dialects/mod.ts";
import { emitAggregate, emitScalar, emitWindowFunction } from "@/compiler/emit/operations.ts";
import type { CallExpr, Expr, Frame, SortKey } from "@/compiler/ir/expr.ts";
import type { DialectName, ValueType } from "@/compiler/schema/types.ts";

export class Binder {
  readonly values: unknown[] = [];
  readonly #names = new Map<string, string>();
  readonly #dialect: Dialect;

  constructor(dialect: DialectName) {
    this.#dialect = DIALECTS[dialect];
  }

  bind(value: unknown, type: ValueType): string {
    const list = Array.isArray(value);
    const bound = { ...type, nullable: value === null };
    const engineType = this.#dialect.parameterType(bound, list);
    const driverValue = list ? value.map((each) => driverForm(each, type)) : driverForm(value, type);
    const key = JSON.stringify([String(driverValue), value === null, engineType]);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    this.values.push(driverValue);
    const { text } = this.#dialect.placeholder(this.values.length, bound, list);
    this.#names.set(key, text);
    return text;
  }

  get named(): Record<string, unknown> {
    return Object.fromEntries(this.values.map((value, index) => [`p${index + 1}`, value]));
  }
}

function driverForm(value: unknown, type: ValueType): unknown {
  // The drivers refuse whole numbers past 2^53, which a float may well be.
  if (type.type === "float64" && value !== null) return String(value);
  return type.type === "datetime" && typeof value === "string"
    ? value.replace("T", " ").replace("Z", "")
    : value;
}

export function emitExpression(
  dialect: DialectName,
  expr: Expr,
  binder: Binder,
  column: (id: number) => string,
  enclosing?: CallExpr,
): string {
  const tables = DIALECTS[dialect];
  const emit = (each: Expr): string => emitExpression(dialect, each, binder, column);
  const context = {
    bind: (value: string | number | boolean | null, type: ValueType) => binder.bind(value, type),
    nests: true,
  };
  switch (expr.kind) {
    case "column":
      return column(expr.id);
    case "param":
      return binder.bind(expr.value, expr.type);
    case "list":
      return binder.bind([...expr.values], expr.type);
    case "call":
      return emitScalar(
        tables,
        expr,
        expr.args.map((arg) => emitExpression(dialect, arg, binder, column, expr)),
        context,
        enclosing,
      );
    case "case": {
      const branches = expr.branches.map(({ when, then }) => `WHEN ${emit(when)} THEN ${emit(then)}`);
      return `CASE ${branches.join(" ")} ELSE ${emit(expr.otherwise)} END`;
    }
    case "aggregate": {
      const where = expr.where && emit(expr.where);
      const orderBy = expr.orderBy.map((key) => ({ sql: emit(key.expr), direction: key.direction }));
      return emitAggregate(
        tables,
        expr,
        { args: expr.args.map(emit), orderBy, ...(where === undefined ? {} : { where }) },
        context,
      );
    }
    case "window": {
      const { call, others = [], wrap } = emitWindowFunction(tables, expr, expr.args.map(emit), context);
      const parts: string[] = [];
      if (expr.partitionBy.length > 0) parts.push(`PARTITION BY ${expr.partitionBy.map(emit).join(", ")}`);
      if (expr.orderBy.length > 0) {
        parts.push(`ORDER BY ${expr.orderBy.map((key) => sortText(key, emit)).join(", ")}`);
      }
      if (expr.frame !== undefined) parts.push(frameText(expr.frame));
      const over = (each: string) => `${each} OVER (${parts.join(" ")})`;
      return wrap === undefined ? over(call) : wrap(over(call), ...others.map(over));
    }
  }
}

const sortText = (key: SortKey, emit: (expr: Expr) => string) =>
  `${emit(key.expr)} ${key.direction.toUpperCase()} NULLS ${key.nulls.toUpperCase()}`;

function frameText({ preceding, following }: Frame): string {
  const end = (at: Frame["preceding"] | Frame["following"], side: string) =>
    at === "current" ? "CURRENT ROW" : `${at} ${side}`.toUpperCase();
  return `ROWS BETWEEN ${end(preceding, "preceding")} AND ${end(following, "following")}`;
}
