/** Quotients of exact numbers, each divided once, to dozens of digits whatever its size, and then the nearest double. */
import { decimalShapeOf, MAX_PRECISION } from "../../functions/value_types.ts";
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
