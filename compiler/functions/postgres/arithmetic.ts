/** Arithmetic and mathematics on PostgreSQL. Whole numbers pass through numeric, so nothing fails. */
import { factsOf } from "../../ir/expressions.ts";
import type { CallExpr } from "../../ir/expr.ts";
import type { EmitContext, ScalarEmitter } from "../dialect.ts";
import { guarded, guardedPower } from "../float_guards.ts";
import { addMayOverflow, decimalShape, decimalShapeOf, multiplyMayOverflow } from "../value_types.ts";
import { castTo, decimalOrNull, int64OrNull } from "./types.ts";

const double = (sql: string | undefined) => `${sql}::double precision`;
const numeric = (sql: string | undefined) => `${sql}::numeric`;

/** Operands up to this length may be named several times; longer ones would make the statement grow too fast. */
const REPEATABLE_LENGTH = 5_000;
/** From this length on an operand is computed once and named, where a subquery may stand. */
const NAMED_LENGTH = 150;

/** An operand as floating point; one that is it already, as it is. */
function floating(sql: string, call: CallExpr, index: number): string {
  return call.args[index]?.type.type === "float64" ? sql : double(sql);
}

/**
 * A text that names its operands several times. Long ones are computed once, in a subquery that the planner does not
 * pull up again; what looks at other rows cannot be computed there.
 */
function naming(
  left: string,
  right: string,
  call: CallExpr,
  context: EmitContext,
  text: (left: string, right: string) => string,
  plain = text,
): string {
  const length = Math.max(left.length, right.length);
  if (length < NAMED_LENGTH) return text(left, right);
  const { hasAggregate, hasWindow } = factsOf(call);
  if (context.nests && !hasAggregate && !hasWindow) {
    return `(SELECT ${text("v.x", "v.y")} FROM (SELECT ${left} AS x, ${right} AS y OFFSET 0) AS v)`;
  }
  return (left.length + right.length > REPEATABLE_LENGTH ? plain : text)(left, right);
}

/** Floating-point arithmetic that stays in its range. Very long operands go unguarded where they cannot be named. */
function unfailing(
  operator: "+" | "-" | "*" | "/",
  left: string,
  right: string,
  call: CallExpr,
  context: EmitContext,
): string {
  const plain = (x: string, y: string) => `(${x} ${operator} ${y})`;
  return naming(left, right, call, context, (x, y) => `(${guarded(operator, x, y)})`, plain);
}

export function infix(operator: "+" | "-" | "*"): ScalarEmitter {
  return ([left = "", right = ""], call, context) => {
    const type = call.type;
    if (type.type === "float64") {
      return unfailing(operator, floating(left, call, 0), floating(right, call, 1), call, context);
    }
    const exact = `(${numeric(left)} ${operator} ${numeric(right)})`;
    if (type.type === "int64") return int64OrNull(exact);
    const [a, b] = call.args.map(decimalShape);
    if (a === undefined || b === undefined) return exact;
    const mayOverflow = operator === "*" ? multiplyMayOverflow(a, b) : addMayOverflow(a, b);
    const { precision, scale } = decimalShapeOf(type);
    return mayOverflow ? decimalOrNull(exact, precision - scale) : exact;
  };
}

export const divide: ScalarEmitter = ([left = "", right = ""], call, context) => {
  // The quotient of exact numbers of at most 76 digits always has a place.
  if (call.args.every((arg) => arg.type.type !== "float64")) {
    return `(${double(left)} / nullif(${double(right)}, 0))`;
  }
  return unfailing("/", floating(left, call, 0), `nullif(${floating(right, call, 1)}, 0)`, call, context);
};

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

export const power: ScalarEmitter = ([base = "", exponent = ""], call, context) =>
  naming(
    floating(base, call, 0),
    floating(exponent, call, 1),
    call,
    context,
    (x, y) => `(${guardedPower(x, y)})`,
  );
export const sqrt: ScalarEmitter = ([x]) =>
  `sqrt(nullif(greatest(${double(x)}, ${BELOW_ZERO}), ${BELOW_ZERO}))`;
export const ln: ScalarEmitter = ([x]) => `ln(${positive(x)})`;
export const log: ScalarEmitter = ([x, base]) => `(ln(${positive(x)}) / nullif(ln(${positive(base)}), 0))`;
export const cast: ScalarEmitter = ([x = ""], call) => castTo(x, call.type, call.args[0]?.type);
