/** Quotients of exact numbers, each divided once, to dozens of digits whatever its size, and then the nearest double. */
import { decimalShape, decimalShapeOf, MAX_PRECISION } from "../../functions/value_types.ts";
import type { Expr } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import type { ScalarEmitter } from "../emitters.ts";
import { squaresFit, type Total } from "../sums.ts";
import { toDecimal } from "./types.ts";

/** Computes once and names: `body` reads the names. */
const named = (values: Readonly<Record<string, string>>, body: string) =>
  `arrayMap((${Object.keys(values).join(", ")}) -> ${body}, ${
    Object.values(values).map((value) => `[${value}]`).join(", ")
  })[1]`;

/** A decimal in units of its last place. */
export const unitsOf = (sql: string, scale: number) =>
  `reinterpretAsInt256(${toDecimal(sql, MAX_PRECISION, scale)})`;

/**
 * `top` / `bottom` of whole numbers, in units of 10^-scale; null where the divisor is zero. The top is filled up to 76
 * digits, and one more digit behind the quotient says whether something is left over, which decides what lies half-way.
 */
export function nearest(top: string, bottom: string, scale: number): string {
  const digits = "concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1'))";
  const read = `toFloat64(concat(${digits}, 'e', toString(-e - ${scale + 1})))`;
  const filled = named({ s: "a * toInt256(concat('1', repeat('0', e)))" }, read);
  const room = named({ e: `${MAX_PRECISION} - length(toString(abs(a)))` }, filled);
  return named({ a: top, b: `nullIf(${bottom}, 0)` }, room);
}

export const exactRatio: ScalarEmitter = ([left = "", right = ""], call) => {
  const [above = 0, below = 0] = call.args.map(({ type }) => decimalShapeOf(type).scale);
  return nearest(unitsOf(left, above), unitsOf(right, below), above - below);
};

/** Up to here every whole number is a double of its own, and one such quotient the nearest double. */
const LARGEST_WHOLE = 2 ** 53;
/** Powers of ten that keep a number of so many digits a whole double. */
const DOUBLE_DIGITS = 15;

/** A whole number's own, or a decimal's units as the narrowest whole number. */
function narrowUnits(sql: string, type: ValueType): string {
  if (type.type === "int64") return sql;
  const { precision, scale } = decimalShapeOf(type);
  const bits = precision <= 18 ? 64 : precision <= 38 ? 128 : 256;
  return `reinterpretAsInt${bits}(${toDecimal(sql, precision, scale)})`;
}

/** Numbers of so many digits leave room for 58 bits more. */
const BINARY_DIGITS = 57;

/**
 * `x` / `y` of whole numbers, filled up with so many zeros each: scaled by a power of two to at least 55 bits, of which the
 * last says whether something is left over, so that the engine rounds them as it would the quotient.
 */
function inBits(more: number, less: number): string {
  const size = (name: string, zeros: number) => `greatest(abs(toFloat64(${name})), 1) * 1e${zeros}`;
  const filled = (name: string, zeros: number, bits: string) =>
    `bitShiftLeft(toInt256(abs(${name}))${
      zeros > 0 ? ` * toInt256('1${"0".repeat(zeros)}')` : ""
    }, greatest(${bits}, 0))`;
  const rounded = "toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k)";
  const whole = `if((x < 0) = (y < 0), 1, -1) * ${rounded}`;
  const scaled = named({ s: filled("x", more, "k"), b: filled("y", less, "-k") }, whole);
  const k = `56 - toInt32(floor(log2((${size("x", more)}) / (${size("y", less)}))))`;
  return named({ k }, scaled);
}

/**
 * The nearest double to a quotient of exact numbers; null where the divisor is zero. What is small enough divides in
 * doubles without loss, the rest as whole numbers. Undefined where the divisor may have so many digits that too few are
 * left for the quotient.
 */
export function exactQuotient(left: string, right: string, [above, below]: readonly [Expr, Expr]) {
  const [a, b] = [decimalShape(above), decimalShape(below)];
  if (b.precision > MAX_PRECISION / 2) return undefined;
  const shift = a.scale - b.scale;
  const most = (digits: number) => Math.floor(LARGEST_WHOLE / 10 ** digits);
  const [more, less] = [Math.max(-shift, 0), Math.max(shift, 0)];
  const scaled = (name: string, zeros: number) => `toFloat64(${name})${zeros > 0 ? ` * 1e${zeros}` : ""}`;
  const quick = `${scaled("x", more)} / (${scaled("y", less)})`;
  const hasRoom = Math.max(a.precision + more, b.precision + less) <= BINARY_DIGITS;
  const long = hasRoom ? inBits(more, less) : nearest("toInt256(x)", "toInt256(y)", shift);
  const fits = a.precision + more <= DOUBLE_DIGITS && b.precision + less <= DOUBLE_DIGITS;
  const isSmall = `abs(x) <= ${most(more)} AND abs(y) <= ${most(less)}`;
  const isQuick = Math.max(more, less) <= DOUBLE_DIGITS;
  const values = { x: narrowUnits(left, above.type), y: `nullIf(${narrowUnits(right, below.type)}, 0)` };
  return named(values, fits ? quick : isQuick ? `if(${isSmall}, ${quick}, ${long})` : long);
}

/**
 * The sample's variance of exact numbers from sums of them and of their squares, which are exact; undefined of other
 * numbers, and where the squares have no room.
 */
export function exactVariance(expr: Total) {
  const shape = squaresFit(expr, MAX_PRECISION);
  if (shape === undefined) return undefined;
  const wide = (x: string) => toDecimal(x, MAX_PRECISION, shape.scale);
  return {
    term: wide,
    square: (x: string) => `${wide(x)} * ${wide(x)}`,
    of(total: string, squares: string, rows: string): string {
      const values = {
        n: `toInt256(${rows})`,
        x: `reinterpretAsInt256(${total})`,
        y: `reinterpretAsInt256(${squares})`,
      };
      return named(values, nearest("n * y - x * x", "n * (n - 1)", 2 * shape.scale));
    },
  };
}
