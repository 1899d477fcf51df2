/** Arithmetic and mathematics on PostgreSQL. Whole numbers pass through numeric, so nothing fails. */
import type { ScalarEmitter } from "../dialect.ts";
import { decimalShapeOf, MAX_PRECISION } from "../value_types.ts";
import { castTo, decimalOrNull, int64OrNull } from "./types.ts";

const double = (sql: string | undefined) => `${sql}::double precision`;

export function infix(operator: "+" | "-" | "*"): ScalarEmitter {
  return ([left, right], call) => {
    const type = call.type;
    if (type.type === "float64") return `(${double(left)} ${operator} ${double(right)})`;
    const exact = `(${left}::numeric ${operator} ${right}::numeric)`;
    if (type.type === "int64") return int64OrNull(exact);
    const { precision, scale } = decimalShapeOf(type);
    return precision < MAX_PRECISION ? exact : decimalOrNull(exact, precision - scale);
  };
}

export const divide: ScalarEmitter = ([left, right]) => `(${double(left)} / nullif(${double(right)}, 0))`;

export const modulo: ScalarEmitter = ([left, right], call) => {
  const exact = `mod(${left}::numeric, nullif(${right}::numeric, 0))`;
  if (call.type.type === "decimal") return exact;
  return call.type.type === "int64" ? `${exact}::bigint` : double(exact);
};

export const negate: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`(- ${x}::numeric)`) : `(- ${x})`;

export const abs: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`abs(${x}::numeric)`) : `abs(${x})`;

export const round: ScalarEmitter = ([x, digits = "0"], call) => {
  const rounded = `round(${x}::numeric, ${digits}::int)`;
  if (call.type.type === "decimal") return rounded;
  return call.type.type === "int64" ? int64OrNull(rounded) : double(rounded);
};

export const whole = (name: "ceil" | "floor"): ScalarEmitter => ([x], call) =>
  call.type.type === "int64" ? `${x}` : `${name}(${x})`;

export const power: ScalarEmitter = ([x, y]) => `power(${double(x)}, ${double(y)})`;
export const sqrt: ScalarEmitter = ([x]) => `sqrt(CASE WHEN ${double(x)} >= 0 THEN ${double(x)} END)`;
export const ln: ScalarEmitter = ([x]) => `ln(CASE WHEN ${double(x)} > 0 THEN ${double(x)} END)`;
export const log: ScalarEmitter = (args, call, context) =>
  `(${ln([args[0] ?? ""], call, context)} / nullif(${ln([args[1] ?? ""], call, context)}, 0))`;
export const cast: ScalarEmitter = ([x = ""], call) => castTo(x, call.type, call.args[0]?.type);
