/** Quotients of exact numbers: divided once, and then the nearest double. */
import { decimalShape, decimalShapeOf } from "../../functions/value_types.ts";
import type { Expr } from "../../ir/expr.ts";
import type { ScalarEmitter } from "../emitters.ts";
import type { Total } from "../sums.ts";
import { double, numeric } from "./casts.ts";

/** Digits of a divisor, and as many as tell any quotient from its neighbours. */
const QUOTIENT_DIGITS = 60;

/**
 * Of a decimal of so many places; PostgreSQL divides to as many as its operands have, so the top gets more. Null where the
 * divisor is zero.
 */
export const quotient = (top: string, bottom: string, scale: number) =>
  double(`(round(${top}, ${scale + QUOTIENT_DIGITS}) / nullif(${bottom}, 0))`);

export const exactRatio: ScalarEmitter = ([left = "", right = ""], call) => {
  const [top] = call.args;
  return quotient(left, right, top === undefined ? 0 : decimalShapeOf(top.type).scale);
};

/** Places that a quotient has at least behind the first digit of it that is none of zero. */
const SURE_DIGITS = 40;

/** The nearest double to a quotient of exact numbers; null where the divisor is zero. */
export function exactQuotient(left: string, right: string, [above, below]: readonly [Expr, Expr]): string {
  const whole = decimalShape(below);
  const places = decimalShape(above).scale + whole.precision - whole.scale + SURE_DIGITS;
  return double(`(round(${numeric(left)}, ${places}) / nullif(${numeric(right)}, 0))`);
}

/** What the sample's variance of exact numbers is made of: their sum, that of their squares, and how many there are. */
export const spreadCalls = (x: string) =>
  [`sum(${numeric(x)})`, `sum(${numeric(x)} * ${numeric(x)})`, `count(${x})`] as const;

/** The variance as a fraction of exact numbers. */
export function spreadParts([total = "", squares = "", rows = ""]: readonly string[]) {
  const n = numeric(rows);
  return { top: `(${n} * ${squares} - ${total} * ${total})`, bottom: `(${n} * (${n} - 1))` };
}

export function exactVariance(expr: Total, sums: readonly string[]): string {
  const { top, bottom } = spreadParts(sums);
  return quotient(top, bottom, 2 * decimalShapeOf(expr.args[0]?.type ?? expr.type).scale);
}
