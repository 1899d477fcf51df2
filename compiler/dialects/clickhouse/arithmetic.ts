/** Arithmetic and mathematics. Whole numbers pass through Int128, so nothing wraps. */
import type { CallExpr, Expr } from "../../ir/expr.ts";
import { rounding, type ScalarEmitter, type ScalarTable } from "../emitters.ts";
import {
  addMayOverflow,
  decimalShape,
  decimalShapeOf,
  isExact,
  MAX_PRECISION,
  multiplyMayOverflow,
} from "../../functions/value_types.ts";
import { exactQuotient, exactRatio } from "./quotients.ts";
import { castTo, toDecimal, toFloat } from "./types.ts";

const int64OrNull = (sql: string) => `accurateCastOrNull(${sql}, 'Int64')`;

/** From this length on an operand is computed once and named. */
const NAMED_LENGTH = 150;

function operand(call: CallExpr, index: number): Expr {
  const expr = call.args[index];
  if (expr === undefined) throw new TypeError(`Cannot emit ${call.op}: argument ${index + 1} is missing`);
  return expr;
}

/** An argument's finished SQL as a double. */
const float = (sql: string, call: CallExpr, index: number) => toFloat(sql, call.args[index]?.type);

/** Infix arithmetic in the call's own type. */
function infix(operator: "+" | "-" | "*"): ScalarEmitter {
  return ([left = "", right = ""], call) => {
    const type = call.type;
    if (type.type === "float64") return `(${float(left, call, 0)} ${operator} ${float(right, call, 1)})`;
    if (type.type === "int64") return int64OrNull(`toInt128(${left}) ${operator} toInt128(${right})`);
    const { precision, scale } = decimalShapeOf(type);
    const a = decimalShape(operand(call, 0));
    const b = decimalShape(operand(call, 1));
    const leftScale = operator === "*" ? a.scale : scale;
    const rightScale = operator === "*" ? b.scale : scale;
    const exact = (x: string, y: string) =>
      `(${toDecimal(x, precision, leftScale)} ${operator} ${toDecimal(y, precision, rightScale)})`;
    const mayOverflow = operator === "*" ? multiplyMayOverflow(a, b) : addMayOverflow(a, b);
    if (!mayOverflow) return exact(left, right);
    // Past 76 digits the engine would fail, so the size is looked at first in floating point, then exactly.
    const wholeDigits = MAX_PRECISION - scale;
    const size = operator === "*"
      ? "abs(toFloat64(x)) * abs(toFloat64(y))"
      : "abs(toFloat64(x)) + abs(toFloat64(y))";
    const guarded = (name: string) => `if(${size} < 2e${wholeDigits}, ${name}, 0)`;
    const limit = `toDecimal256('${"9".repeat(wholeDigits)}.${"9".repeat(scale)}', ${scale})`;
    const checked = `if(${size} < 2e${wholeDigits} AND abs(v) <= ${limit}, v, NULL)`;
    const product = exact(guarded("x"), guarded("y"));
    return `arrayMap((x, y) -> arrayMap(v -> ${checked}, [${product}])[1], [${left}], [${right}])[1]`;
  };
}

const divide: ScalarEmitter = ([left = "", right = ""], call) =>
  (isExact(call) ? exactQuotient(left, right, [operand(call, 0), operand(call, 1)]) : undefined) ??
    `(${float(left, call, 0)} / nullIf(${float(right, call, 1)}, 0))`;

const modulo: ScalarEmitter = ([left = "", right = ""], call) => {
  const type = call.type;
  if (type.type === "float64") return `(${float(left, call, 0)} % nullIf(${float(right, call, 1)}, 0))`;
  if (type.type === "int64") return int64OrNull(`toInt128(${left}) % nullIf(toInt128(${right}), 0)`);
  const { precision, scale } = decimalShapeOf(type);
  return `(${toDecimal(left, precision, scale)} % nullIf(${toDecimal(right, precision, scale)}, 0))`;
};

const negate: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`negate(toInt128(${x}))`) : `negate(${x})`;

const abs: ScalarEmitter = ([x], call) =>
  call.type.type === "int64" ? int64OrNull(`abs(toInt128(${x}))`) : `abs(${x})`;

/**
 * Floating point is rounded as it reads, 2.675 to 2.68, through its shortest decimal form; past 1e46 there is nothing
 * to round. Digits are a bound whole number.
 */
const round: ScalarEmitter = ([x = "", digits = "0"], call) => {
  switch (call.type.type) {
    case "float64": {
      const rounded = (v: string) =>
        `ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(${v}), 30), ${digits}))), ${v})`;
      return x.length < NAMED_LENGTH ? rounded(x) : `arrayMap(v -> ${rounded("v")}, [${x}])[1]`;
    }
    case "int64":
      return roundWhole(x, digits, call);
    default: {
      const { precision, scale } = decimalShapeOf(call.type);
      return `round(${toDecimal(x, precision, scale)}, ${digits})`;
    }
  }
};

/** The engine refuses more digits than a whole number of 64 bits has. */
const WHOLE_DIGITS = 19;

function roundWhole(x: string, digits: string, call: CallExpr): string {
  const places = call.args[1];
  const count = places?.kind === "param" ? Number(places.value) : 0;
  if (count >= 0) return x;
  return count < -WHOLE_DIGITS ? `(${x} * 0)` : int64OrNull(`round(toInt128(${x}), ${digits})`);
}

/** A value outside a function's domain is moved to a mark and the mark made null, so that the argument is written once. */
const BELOW_ZERO = "-4.9406564584124654e-324";
/** Marks a power that is not finite; no power has this value. */
const NOT_FINITE = "-1.2345678987654321e-300";
const positive = (sql = "", call: CallExpr, index = 0) =>
  `nullIf(greatest(${float(sql, call, index)}, 0), 0)`;

/** The logarithm of the smallest number; far below it the engine's pow() returns noise. */
const SMALLEST_LOGARITHM = "-745.2";

const power: ScalarEmitter = ([base = "", exponent = ""], call) => {
  const operands = [float(base, call, 0), float(exponent, call, 1)] as const;
  const computed = (x: string, y: string) =>
    `if(${y} * log(abs(${x})) < ${SMALLEST_LOGARITHM}, 0, pow(${x}, ${y}))`;
  const power = Math.max(base.length, exponent.length) < NAMED_LENGTH
    ? computed(...operands)
    : `arrayMap((x, y) -> ${computed("x", "y")}, [${operands[0]}], [${operands[1]}])[1]`;
  return `nullIf(ifNotFinite(${power}, ${NOT_FINITE}), ${NOT_FINITE})`;
};
const sqrt: ScalarEmitter = ([x = ""], call) =>
  `sqrt(nullIf(greatest(${float(x, call, 0)}, ${BELOW_ZERO}), ${BELOW_ZERO}))`;
/** Computed once where it is long. */
const onceNamed = (sql: string, text: (operand: string) => string) =>
  sql.length < NAMED_LENGTH ? text(sql) : `arrayMap(v -> ${text("v")}, [${sql}])[1]`;

/** The engine counts NaN as zero. */
const sign: ScalarEmitter = ([x = ""]) =>
  onceNamed(x, (v) => `toInt64(multiIf(${v} > 0, 1, ${v} < 0, -1, ${v} = 0, 0, NULL))`);

/** Digits are dropped of the shortest decimal form; past 1e46 there are none to drop. */
const trunc: ScalarEmitter = ([x = "", digits = "0"], call) => {
  const places = call.args[1];
  const count = places?.kind === "param" ? Number(places.value) : 0;
  switch (call.type.type) {
    case "float64": {
      const scale = Math.max(30, Math.min(count, 60));
      const dropped = (v: string) => `toDecimal256OrNull(toString(${v}), ${scale})`;
      return onceNamed(
        x,
        (v) => `ifNull(toFloat64OrNull(toString(trunc(${dropped(v)}, ${digits}))), ${v})`,
      );
    }
    case "int64":
      if (count >= 0) return x;
      return count < -WHOLE_DIGITS ? `(${x} * 0)` : `toInt64(trunc(toInt128(${x}), ${digits}))`;
    default:
      return `trunc(${x}, ${digits})`;
  }
};

const exp: ScalarEmitter = ([x = ""], call) =>
  `nullIf(ifNotFinite(exp(${float(x, call, 0)}), ${NOT_FINITE}), ${NOT_FINITE})`;

const ln: ScalarEmitter = ([x], call) => `log(${positive(x, call)})`;
const log: ScalarEmitter = ([x, base], call) =>
  `(log(${positive(x, call)}) / nullIf(log(${positive(base, call, 1)}), 0))`;

export const arithmetic = {
  add: infix("+"),
  subtract: infix("-"),
  multiply: infix("*"),
  divide,
  exact_ratio: exactRatio,
  modulo,
  negate,
  abs,
  round,
  ceil: rounding("ceil"),
  floor: rounding("floor"),
  power,
  sqrt,
  ln,
  log,
  log10: ([x], call) => `log10(${positive(x, call)})`,
  exp,
  sign,
  trunc,
  greatest: (args) => `greatest(${args.join(", ")})`,
  least: (args) => `least(${args.join(", ")})`,
  cast: ([x = ""], call) => castTo(x, call.type, call.args[0]?.type),
} satisfies Partial<ScalarTable>;
