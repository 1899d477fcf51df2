/** Arithmetic and mathematics on ClickHouse. Whole numbers pass through Int128, so nothing wraps. */
import type { CallExpr, Expr } from "../../ir/expr.ts";
import type { ScalarEmitter } from "../dialect.ts";
import { decimalShape, decimalShapeOf, MAX_PRECISION } from "../value_types.ts";
import { castTo, toDecimal } from "./types.ts";

const int64OrNull = (sql: string) => `accurateCastOrNull(${sql}, 'Int64')`;

function operand(call: CallExpr, index: number): Expr {
  const expr = call.args[index];
  if (expr === undefined) throw new TypeError(`Cannot emit ${call.op}: argument ${index + 1} is missing`);
  return expr;
}

/** Infix arithmetic in the call's own type. */
export function infix(operator: "+" | "-" | "*"): ScalarEmitter {
  return ([left = "", right = ""], call) => {
    const type = call.type;
    if (type.type === "float64") return `(toFloat64(${left}) ${operator} toFloat64(${right}))`;
    if (type.type === "int64") return int64OrNull(`toInt128(${left}) ${operator} toInt128(${right})`);
    const { precision, scale } = decimalShapeOf(type);
    const a = decimalShape(operand(call, 0));
    const b = decimalShape(operand(call, 1));
    const leftScale = operator === "*" ? a.scale : scale;
    const rightScale = operator === "*" ? b.scale : scale;
    const exact = (x: string, y: string) =>
      `(${toDecimal(x, precision, leftScale)} ${operator} ${toDecimal(y, precision, rightScale)})`;
    if (precision < MAX_PRECISION) return exact(left, right);
    // Past 76 digits the engine would fail, so the size is looked at first, in floating point.
    const fits = `abs(toFloat64(x)) + abs(toFloat64(y)) < 1e${MAX_PRECISION - scale - 1}`;
    const small = operator === "*"
      ? `abs(toFloat64(x)) * abs(toFloat64(y)) < 9e${MAX_PRECISION - scale - 1}`
      : fits;
    const zero = (sql: string) => `if(${small}, ${sql}, 0)`;
    return `arrayMap((x, y) -> if(${small}, ${exact(zero("x"), zero("y"))}, NULL), [${left}], [${right}])[1]`;
  };
}

export const divide: ScalarEmitter = ([left, right]) =>
  `(toFloat64(${left}) / nullIf(toFloat64(${right}), 0))`;

export const modulo: ScalarEmitter = ([left = "", right = ""], call) => {
  const type = call.type;
  if (type.type === "float64") return `fmod(toFloat64(${left}), nullIf(toFloat64(${right}), 0))`;
  if (type.type === "int64") return int64OrNull(`toInt128(${left}) % nullIf(toInt128(${right}), 0)`);
  const { precision, scale } = decimalShapeOf(type);
  return `(${toDecimal(left, precision, scale)} % nullIf(${toDecimal(right, precision, scale)}, 0))`;
};

export const negate: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`negate(toInt128(${x}))`) : `negate(${x})`;

export const abs: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`abs(toInt128(${x}))`) : `abs(${x})`;

export const round: ScalarEmitter = ([x = "", digits = "0"], call) => {
  if (call.type.type === "float64") {
    return `(sign(${x}) * floor(abs(${x}) * exp10(${digits}) + 0.5) / exp10(${digits}))`;
  }
  return call.type.type === "int64"
    ? int64OrNull(`round(toInt128(${x}), ${digits})`)
    : `round(${x}, ${digits})`;
};

export const whole = (name: "ceil" | "floor"): ScalarEmitter => ([x], call) =>
  call.type.type === "int64" ? `${x}` : `${name}(${x})`;

export const power: ScalarEmitter = ([x, y]) => `pow(toFloat64(${x}), toFloat64(${y}))`;
export const sqrt: ScalarEmitter = ([x]) => `nanToNull(sqrt(toFloat64(${x})))`;
export const ln: ScalarEmitter = ([x]) => `nanToNull(log(toFloat64(${x})))`;
export const log: ScalarEmitter = ([x, base]) =>
  `(log(toFloat64(${x})) / nullIf(log(toFloat64(${base})), 0))`;
export const cast: ScalarEmitter = ([x = ""], call) => castTo(x, call.type, call.args[0]?.type);
