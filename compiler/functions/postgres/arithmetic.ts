/** Arithmetic and mathematics on PostgreSQL. Whole numbers pass through numeric, so nothing fails. */
import type { ScalarEmitter } from "../dialect.ts";
import { addMayOverflow, decimalShape, decimalShapeOf, multiplyMayOverflow } from "../value_types.ts";
import { castTo, decimalOrNull, int64OrNull } from "./types.ts";

const double = (sql: string | undefined) => `${sql}::double precision`;
const numeric = (sql: string | undefined) => `${sql}::numeric`;

/** Operands up to this length may be named several times; longer ones would make the statement grow too fast. */
const REPEATABLE_LENGTH = 5_000;

/**
 * Floating point where the engine would fail past its range: computed only when the exact result has a place, zero
 * when it is too small, null when it is too large. Very long operands go unguarded.
 */
function guarded(operator: "+" | "-" | "*" | "/", left: string, right: string): string {
  const plain = `(${double(left)} ${operator} ${double(right)})`;
  if (left.length + right.length > REPEATABLE_LENGTH) return plain;
  const size = `abs(${numeric(left)} ${operator} ${numeric(right)})`;
  if (operator === "+" || operator === "-") return `CASE WHEN ${size} < 1.79e308 THEN ${plain} END`;
  return `CASE WHEN ${size} < 1e-307 THEN 0 WHEN ${size} < 1.79e308 THEN ${plain} END`;
}

export function infix(operator: "+" | "-" | "*"): ScalarEmitter {
  return ([left = "", right = ""], call) => {
    const type = call.type;
    if (type.type === "float64") return guarded(operator, left, right);
    const exact = `(${numeric(left)} ${operator} ${numeric(right)})`;
    if (type.type === "int64") return int64OrNull(exact);
    const [a, b] = call.args.map(decimalShape);
    if (a === undefined || b === undefined) return exact;
    const mayOverflow = operator === "*" ? multiplyMayOverflow(a, b) : addMayOverflow(a, b);
    const { precision, scale } = decimalShapeOf(type);
    return mayOverflow ? decimalOrNull(exact, precision - scale) : exact;
  };
}

export const divide: ScalarEmitter = ([left = "", right = ""]) =>
  guarded("/", left, `nullif(${double(right)}, 0)`);

export const modulo: ScalarEmitter = ([left, right], call) => {
  if (call.type.type === "float64") {
    return `mod(${double(left)}::text::numeric, nullif(${
      double(right)
    }::text::numeric, 0))::double precision`;
  }
  const exact = `mod(${numeric(left)}, nullif(${numeric(right)}, 0))`;
  return call.type.type === "int64" ? `${exact}::bigint` : exact;
};

export const negate: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`(- ${x}::numeric)`) : `(- ${x})`;

export const abs: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`abs(${x}::numeric)`) : `abs(${x})`;

export const round: ScalarEmitter = ([x, digits = "0"], call) => {
  const source = call.type.type === "float64" ? `${x}::text::numeric` : `${x}::numeric`;
  const rounded = `round(${source}, ${digits}::int)`;
  if (call.type.type === "decimal") return rounded;
  return call.type.type === "int64" ? int64OrNull(rounded) : double(rounded);
};

export const whole = (name: "ceil" | "floor"): ScalarEmitter => ([x], call) =>
  call.type.type === "int64" ? `${x}` : `${name}(${x})`;

/** Each names its argument once; a value outside the domain is moved to a mark, and the mark is null. */
const BELOW_ZERO = "'-4.9406564584124654e-324'::double precision";
const positive = (sql: string | undefined) => `nullif(greatest(${double(sql)}, 0), 0)`;

export const power: ScalarEmitter = ([base, exponent]) => {
  const [x, y] = [double(base), double(exponent)];
  const magnitude = `least(greatest(${y}, -1e300), 1e300) * ln(abs(${x}))`;
  const computed = `CASE WHEN ${magnitude} < -700 THEN 0 WHEN ${magnitude} < 709 THEN power(${x}, ${y}) END`;
  const atZero = `CASE WHEN ${y} > 0 THEN 0 END`;
  return `CASE WHEN ${x} IS NULL OR ${y} IS NULL THEN NULL WHEN ${y} = 0 THEN 1 WHEN ${x} = 0 THEN ${atZero} WHEN ${x} > 0 OR ${y} = trunc(${y}) THEN ${computed} END`;
};
export const sqrt: ScalarEmitter = ([x]) =>
  `sqrt(nullif(greatest(${double(x)}, ${BELOW_ZERO}), ${BELOW_ZERO}))`;
export const ln: ScalarEmitter = ([x]) => `ln(${positive(x)})`;
export const log: ScalarEmitter = ([x, base]) => `(ln(${positive(x)}) / nullif(ln(${positive(base)}), 0))`;
export const cast: ScalarEmitter = ([x = ""], call) => castTo(x, call.type, call.args[0]?.type);
