/** Arithmetic and mathematics. Whole numbers pass through numeric, so nothing fails. */
import { factsOf } from "../../ir/expressions.ts";
import type { CallExpr, Expr } from "../../ir/expr.ts";
import {
  addMayOverflow,
  decimalShape,
  decimalShapeOf,
  isExact,
  multiplyMayOverflow,
} from "../../functions/value_types.ts";
import { type EmitContext, rounding, type ScalarEmitter, type ScalarTable } from "../emitters.ts";
import { double, float, numeric } from "./casts.ts";
import { guarded, guardedPower } from "./float_guards.ts";
import { once } from "./named.ts";
import { exactRatio } from "./quotients.ts";
import type { Spelling } from "./spelling.ts";
import { conversion } from "./types.ts";

/** Operands up to this length may be named several times; longer ones would make the statement grow too fast. */
const REPEATABLE_LENGTH = 5_000;
/** From this length on an operand is computed once and named, where a subquery may stand. */
const NAMED_LENGTH = 150;

/** An operand as double precision; unchanged where it has that type. */
export function floating(sql: string, call: CallExpr, index: number): string {
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

const isWholeSum = (expr: Expr | undefined) =>
  expr?.kind === "call" && (expr.op === "add" || expr.op === "subtract") && expr.type.type === "int64";

/** A value outside a function's domain is moved to a mark and the mark made null, so that the argument is written once. */
const BELOW_ZERO = float("-4.9406564584124654e-324");
const positive = (sql: string | undefined) => `nullif(greatest(${double(sql)}, 0), 0)`;

/** Powers of e beyond these are no numbers of the type: zero below, too large above. */
const NEAREST_ZERO = "-745.13321910194";
const LARGEST = "709.782712893384";

export function arithmeticFunctions(spelling: Spelling) {
  const { int64OrNull, decimalOrNull, namesOperands, checksSumsOnce } = spelling;
  const castTo = conversion(spelling);
  const computedOnce: typeof naming = namesOperands
    ? naming
    : (left, right, _call, _context, text) => text(left, right);

  /** Floating-point arithmetic that stays in its range. Very long operands go unguarded where they cannot be named. */
  function unfailing(
    operator: "+" | "-" | "*" | "/",
    left: string,
    right: string,
    call: CallExpr,
    context: EmitContext,
  ): string {
    const plain = (x: string, y: string) => `(${x} ${operator} ${y})`;
    return computedOnce(left, right, call, context, (x, y) => `(${guarded(operator, x, y)})`, plain);
  }

  /** Whether a sum is an operand of another sum, whose check covers both. */
  const isChecked = (sum: Expr | undefined, whole: CallExpr | undefined) =>
    checksSumsOnce && isWholeSum(sum) && isWholeSum(whole);

  const infix =
    (operator: "+" | "-" | "*"): ScalarEmitter => ([left = "", right = ""], call, context, enclosing) => {
      const { type } = call;
      if (type.type === "float64") {
        return unfailing(operator, floating(left, call, 0), floating(right, call, 1), call, context);
      }
      const [x, y] = [left, right].map((sql, index) =>
        isChecked(call.args[index], call) ? sql : numeric(sql)
      );
      const exact = `(${x} ${operator} ${y})`;
      if (type.type === "int64") return isChecked(call, enclosing) ? exact : int64OrNull(exact);
      const [a, b] = call.args.map(decimalShape);
      if (a === undefined || b === undefined) return exact;
      const mayOverflow = operator === "*" ? multiplyMayOverflow(a, b) : addMayOverflow(a, b);
      const { precision, scale } = decimalShapeOf(type);
      return mayOverflow ? decimalOrNull(exact, precision - scale) : exact;
    };

  return {
    add: infix("+"),
    subtract: infix("-"),
    multiply: infix("*"),

    divide([left = "", right = ""], call, context) {
      // The quotient of exact numbers of at most 76 digits always fits into double precision.
      const [above, below] = call.args;
      if (above !== undefined && below !== undefined && isExact(call)) {
        return spelling.exactQuotient(left, right, [above, below]);
      }
      const divisor = `nullif(${floating(right, call, 1)}, 0)`;
      return unfailing("/", floating(left, call, 0), divisor, call, context);
    },

    exact_ratio: exactRatio,

    modulo([left, right], call) {
      if (call.type.type === "float64") {
        const [x, y] = [left, right].map((sql) => `${double(sql)}::text::numeric`);
        return double(`mod(${x}, nullif(${y}, 0))`);
      }
      const exact = `mod(${numeric(left)}, nullif(${numeric(right)}, 0))`;
      return call.type.type === "int64" ? `${exact}::bigint` : exact;
    },

    negate: ([x], call) => call.type.type === "int64" ? int64OrNull(`(- ${numeric(x)})`) : `(- ${x})`,
    abs: ([x], call) => call.type.type === "int64" ? int64OrNull(`abs(${numeric(x)})`) : `abs(${x})`,

    round([x, digits = "0"], call) {
      const source = call.type.type === "float64" ? `${x}::text::numeric` : numeric(x);
      const rounded = `round(${source}, ${digits}::int)`;
      if (call.type.type === "decimal") return rounded;
      return call.type.type === "int64" ? int64OrNull(rounded) : double(rounded);
    },

    ceil: rounding("ceil"),
    floor: rounding("floor"),
    power: ([base = "", exponent = ""], call, context) =>
      computedOnce(
        floating(base, call, 0),
        floating(exponent, call, 1),
        call,
        context,
        (x, y) => `(${guardedPower(x, y)})`,
      ),
    sqrt: ([x]) => `sqrt(nullif(greatest(${double(x)}, ${BELOW_ZERO}), ${BELOW_ZERO}))`,
    ln: ([x]) => `ln(${positive(x)})`,
    log: ([x, base]) => `(ln(${positive(x)}) / nullif(ln(${positive(base)}), 0))`,
    log10: ([x]) => `log10(${positive(x)})`,
    exp: ([x = ""], call, context) =>
      once(
        floating(x, call, 0),
        call,
        context,
        spelling,
        (v) => `(CASE WHEN ${v} < ${NEAREST_ZERO} THEN 0 WHEN ${v} <= ${LARGEST} THEN exp(${v}) END)`,
      ),
    sign: ([x], call) =>
      `sign(${call.args[0]?.type.type === "float64" ? `nullif(${x}, 'NaN')` : numeric(x)})::bigint`,
    trunc([x, digits = "0"], call) {
      const isFloat = call.type.type === "float64";
      const dropped = `trunc(${isFloat ? `${x}::text::numeric` : numeric(x)}, ${digits}::int)`;
      if (isFloat) return double(dropped);
      return call.type.type === "int64" ? `${dropped}::bigint` : dropped;
    },
    cast: ([x = ""], call) => castTo(x, call.type, call.args[0]?.type),
  } satisfies Partial<ScalarTable>;
}
