/** Arithmetic on Materialize: of its documented functions only, and no operand in a subquery. */
import type { CallExpr, Expr } from "../../ir/expr.ts";
import type { ScalarEmitter } from "../dialect.ts";
import { guarded, guardedPower } from "../float_guards.ts";
import { addMayOverflow, decimalShape, decimalShapeOf, multiplyMayOverflow } from "../value_types.ts";
import { beforeCheck, castTo, decimalOrNull, int64OrNull } from "./types.ts";

const double = (sql: string | undefined) => `${sql}::double precision`;
const numeric = (sql: string | undefined) => `${sql}::numeric`;

function floating(sql: string, call: CallExpr, index: number): string {
  return call.args[index]?.type.type === "float64" ? sql : double(sql);
}

const isSum = (expr: Expr | undefined) =>
  expr?.kind === "call" && (expr.op === "add" || expr.op === "subtract") && expr.type.type === "int64";

/** A sum's size is looked at once, at its end, not at every step: sums of many columns would double with each. */
function addend(sql: string, call: CallExpr, index: number): string {
  return isSum(call) && isSum(call.args[index]) ? beforeCheck(sql) : numeric(sql);
}

export function infix(operator: "+" | "-" | "*"): ScalarEmitter {
  return ([left = "", right = ""], call) => {
    const type = call.type;
    if (type.type === "float64") {
      return `(${guarded(operator, floating(left, call, 0), floating(right, call, 1))})`;
    }
    const exact = `(${addend(left, call, 0)} ${operator} ${addend(right, call, 1)})`;
    if (type.type === "int64") return int64OrNull(exact);
    const [a, b] = call.args.map(decimalShape);
    if (a === undefined || b === undefined) return exact;
    const mayOverflow = operator === "*" ? multiplyMayOverflow(a, b) : addMayOverflow(a, b);
    const { precision, scale } = decimalShapeOf(type);
    return mayOverflow ? decimalOrNull(exact, precision - scale) : exact;
  };
}

export const divide: ScalarEmitter = ([left = "", right = ""], call) => {
  const [x, y] = [floating(left, call, 0), `nullif(${floating(right, call, 1)}, 0)`];
  return call.args.every((arg) => arg.type.type !== "float64") ? `(${x} / ${y})` : `(${guarded("/", x, y)})`;
};

export const modulo: ScalarEmitter = ([left = "", right = ""], call) => {
  if (call.type.type === "float64") {
    return `(${floating(left, call, 0)} % nullif(${floating(right, call, 1)}, 0))`;
  }
  const exact = `(${numeric(left)} % nullif(${numeric(right)}, 0))`;
  return call.type.type === "int64" ? `${exact}::bigint` : exact;
};

export const negate: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`(- ${x}::numeric)`) : `(- ${x})`;

export const abs: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`abs(${x}::numeric)`) : `abs(${x})`;

/** Floating point beyond these bounds has nothing to round, or nothing left after it. */
function roundFloat(x: string, digits: string): string {
  const rounded = `round(${x}::text::numeric, greatest(${digits}, -20)::int)::double precision`;
  return `(CASE WHEN abs(${x}) < '1e-61' THEN 0 WHEN ${digits} > 20 THEN ${x} WHEN abs(${x}) < '1e-21' THEN 0 WHEN abs(${x}) < '1e18' THEN ${rounded} ELSE ${x} END)`;
}

export const round: ScalarEmitter = ([x = "", digits = "0"], call) => {
  if (call.type.type === "float64") return roundFloat(x, digits);
  const rounded = `round(${x}::numeric, ${digits}::int)`;
  return call.type.type === "int64" ? int64OrNull(rounded) : rounded;
};

export const power: ScalarEmitter = ([base = "", exponent = ""], call) =>
  `(${guardedPower(floating(base, call, 0), floating(exponent, call, 1))})`;

export const cast: ScalarEmitter = ([x = ""], call) => castTo(x, call.type, call.args[0]?.type);
