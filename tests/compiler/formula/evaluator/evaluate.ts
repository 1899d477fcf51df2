/**
 * What an expression means, said a third time in plain TypeScript: int64 as bigint, decimals exact, times as
 * milliseconds. Slow on purpose of being obvious.
 */
import type { CallExpr, Expr } from "@/compiler/ir/expr.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import { type Decimal, decimal, decimalText, fromFloat, rescale, roundUnits, toNumber } from "./decimal.ts";
import { FURTHER } from "./further.ts";
import { quotient } from "./quotient.ts";
import { addUnits, DAY_MS, unitIndex, unitStart } from "./time.ts";

export type Value = null | string | boolean | bigint | number | Decimal;
export type Row = ReadonlyMap<number, Value>;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const FIRST_TIME = Date.UTC(1900, 0, 1);
const LAST_TIME = Date.UTC(2300, 0, 1);

export function evaluate(expr: Expr, row: Row): Value {
  switch (expr.kind) {
    case "column":
      return row.get(expr.id) ?? null;
    case "param":
      return literal(expr.value, expr.type);
    case "case": {
      const branch = expr.branches.find((each) => evaluate(each.when, row) === true);
      return evaluate(branch?.then ?? expr.otherwise, row);
    }
    case "call":
      return evaluateCall(expr, row);
    default:
      throw new TypeError(`Cannot evaluate ${expr.kind} on one row`);
  }
}

export function literal(value: string | number | boolean | null, type: ValueType): Value {
  if (value === null) return null;
  if (type.type === "int64") return BigInt(value);
  if (type.type === "decimal") {
    const scale = type.scale ?? 6;
    return { units: rescale(decimal(String(value)), scale), scale };
  }
  if (type.type === "date" || type.type === "datetime") return Date.parse(String(value));
  return value;
}

function evaluateCall(call: CallExpr, row: Row): Value {
  if (call.op === "in") {
    const list = call.args[1];
    const value = evaluate(call.args[0] as Expr, row);
    if (value === null || list?.kind !== "list") return null;
    return list.values.some((each) => compare(value, literal(each, list.type)) === 0);
  }
  const args = call.args.map((arg) => evaluate(arg, row));
  const handler = LENIENT[call.op];
  if (handler !== undefined) return handler(args, call);
  if (args.some((arg) => arg === null)) return null;
  return strict(call, args as NonNullable<Value>[]);
}

const LENIENT: Partial<Record<CallExpr["op"], (args: readonly Value[], call: CallExpr) => Value>> = {
  and: (args) => (args.includes(false) ? false : args.includes(null) ? null : true),
  or: (args) => (args.includes(true) ? true : args.includes(null) ? null : false),
  is_null: ([x]) => x === null,
  is_not_null: ([x]) => x !== null,
  is_true: ([x]) => x === true,
  is_false: ([x]) => x === false,
  coalesce: (args) => args.find((arg) => arg !== null) ?? null,
  nullif: ([x = null, y = null]) => (x !== null && y !== null && compare(x, y) === 0 ? null : x),
  greatest: (args) => extreme(args, 1),
  least: (args) => extreme(args, -1),
  concat: (args) => args.map((arg) => arg ?? "").join(""),
  to_text: ([x = null], call) => (x === null ? "" : text(x, (call.args[0] as Expr).type)),
};

function extreme(args: readonly Value[], side: 1 | -1): Value {
  const present = args.filter((arg) => arg !== null);
  return present.reduce((best, arg) => compare(arg, best) * side > 0 ? arg : best, present[0] ?? null);
}

export function text(value: NonNullable<Value>, type: ValueType): string {
  if (typeof value === "object") return decimalText(value);
  if (type.type === "date") return new Date(value as number).toISOString().slice(0, 10);
  if (type.type === "datetime") return new Date(value as number).toISOString();
  if (type.type === "float64") {
    return Object.is(value, -0)
      ? "-0"
      : String(value).replace("e+", "e").replace("NaN", "nan").replace("Infinity", "inf");
  }
  return String(value);
}

function strict(call: CallExpr, args: readonly NonNullable<Value>[]): Value {
  const [x = null, y = null, z = null] = args;
  switch (call.op) {
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
      return arithmetic(call, x, y);
    case "divide":
      return float(y) === 0 ? null : quotient(x, y) ?? float(x) / float(y);
    case "negate":
      return fit(
        typeof x === "object" && x ? { ...x, units: -x.units } : typeof x === "bigint" ? -x : -float(x),
        call.type,
      );
    case "abs":
      if (typeof x === "bigint") return fit(x < 0n ? -x : x, call.type);
      return isDecimal(x) ? { ...x, units: x.units < 0n ? -x.units : x.units } : Math.abs(float(x));
    case "round":
    case "ceil":
    case "floor":
      return rounded(call, x, y === null ? 0 : Number(y));
    case "power":
      return nanToNull(float(x) ** float(y), x, y);
    case "sqrt":
      return float(x) < 0 ? null : Math.sqrt(float(x));
    case "ln":
      return float(x) <= 0 ? null : Math.log(float(x));
    case "log":
      return float(x) <= 0 || float(y) <= 0 || float(y) === 1
        ? null
        : Math.log(float(x)) / Math.log(float(y));
    case "eq":
      return compare(x, y) === 0;
    case "ne":
      return compare(x, y) !== 0;
    case "lt":
      return compare(x, y) < 0;
    case "le":
      return compare(x, y) <= 0;
    case "gt":
      return compare(x, y) > 0;
    case "ge":
      return compare(x, y) >= 0;
    case "not":
      return !x;
    case "upper":
      return String(x).toUpperCase();
    case "lower":
      return String(x).toLowerCase();
    case "trim":
      return String(x).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
    case "left":
      return [...String(x)].slice(0, Math.max(0, Number(y))).join("");
    case "right":
      return Number(y) <= 0 ? "" : [...String(x)].slice(-Number(y)).join("");
    case "length":
      return BigInt([...String(x)].length);
    case "replace":
      return y === "" ? x : String(x).replaceAll(String(y), () => String(z));
    case "contains":
      return String(x).includes(String(y));
    case "starts_with":
      return String(x).startsWith(String(y));
    case "ends_with":
      return String(x).endsWith(String(y));
    case "matches":
      return new RegExp(String(y).replace(/^\(\?i\)/, ""), String(y).startsWith("(?i)") ? "ius" : "us").test(
        String(x),
      );
    case "year":
      return BigInt(new Date(Number(x)).getUTCFullYear());
    case "month":
      return BigInt(new Date(Number(x)).getUTCMonth() + 1);
    case "day":
      return BigInt(new Date(Number(x)).getUTCDate());
    case "hour":
      return BigInt(new Date(Number(x)).getUTCHours());
    case "minute":
      return BigInt(new Date(Number(x)).getUTCMinutes());
    case "date_diff":
      return BigInt(unitIndex(Number(y), call.unit ?? "day") - unitIndex(Number(x), call.unit ?? "day"));
    case "date_add":
      return inCalendar(addUnits(Number(y), Number(x), call.unit ?? "day"));
    case "bucket":
      return inCalendar(
        unitStart(unitIndex(Number(x), call.unit ?? "day", call.size), call.unit ?? "day", call.size),
      );
    case "cast":
      return converted(x as NonNullable<Value>, (call.args[0] as Expr).type, call.type);
    default: {
      const meaning = FURTHER[call.op];
      if (meaning === undefined) throw new TypeError(`Cannot evaluate ${call.op}`);
      return meaning(args, call);
    }
  }
}

const isDecimal = (value: Value): value is Decimal => typeof value === "object" && value !== null;
const float = (value: Value): number => (isDecimal(value) ? toNumber(value) : Number(value));
const asDecimal = (
  value: Value,
): Decimal => (isDecimal(value) ? value : { units: BigInt(value as bigint), scale: 0 });
const inCalendar = (ms: number): Value => (ms >= FIRST_TIME && ms < LAST_TIME ? ms : null);
const nanToNull = (value: number, ...from: Value[]): Value =>
  !Number.isFinite(value) && from.every((each) => Number.isFinite(float(each))) ? null : value;

/** Null where a value has no place in its type. */
function fit(value: bigint | Decimal | number, type: ValueType): Value {
  if (typeof value === "bigint") return value >= INT64_MIN && value <= INT64_MAX ? value : null;
  if (typeof value === "number") return value;
  const limit = 10n ** BigInt(type.precision ?? 18);
  return value.units < limit && value.units > -limit ? value : null;
}

function arithmetic(call: CallExpr, x: Value, y: Value): Value {
  const { type } = call;
  if (type.type === "float64") {
    const [a, b] = [float(x), float(y)];
    if (call.op === "modulo") return b === 0 ? null : nanToNull(a % b, x, y);
    const result = call.op === "add" ? a + b : call.op === "subtract" ? a - b : a * b;
    return nanToNull(result, x, y);
  }
  const scale = type.type === "decimal" ? type.scale ?? 0 : 0;
  const [a, b] = [asDecimal(x), asDecimal(y)];
  let units: bigint;
  if (call.op === "multiply") units = rescale({ units: a.units * b.units, scale: a.scale + b.scale }, scale);
  else {
    const [left, right] = [rescale(a, scale), rescale(b, scale)];
    if (call.op === "modulo") {
      if (right === 0n) return null;
      units = left % right;
    } else units = call.op === "add" ? left + right : left - right;
  }
  return fit(type.type === "int64" ? units : { units, scale }, type);
}

function rounded(call: CallExpr, x: Value, digits: number): Value {
  if (typeof x === "number") return roundFloat(call.op, x, digits);
  const { units, scale } = asDecimal(x);
  const drop = call.op === "round" ? scale - digits : scale;
  if (drop <= 0) return x;
  const step = 10n ** BigInt(drop);
  const floor = units / step - (units % step < 0n ? 1n : 0n);
  const kept = call.op === "round"
    ? roundUnits(units, drop)
    : call.op === "floor"
    ? floor
    : units % step === 0n
    ? floor
    : floor + 1n;
  return fit(typeof x === "bigint" ? kept * step : { units: kept * step, scale }, call.type);
}

/** Rounds the shortest decimal form of the number, so that 2.675 is what it reads as. */
function roundFloat(op: string, x: number, digits: number): number {
  if (!Number.isFinite(x)) return x;
  if (op === "ceil") return Math.ceil(x);
  if (op === "floor") return Math.floor(x);
  const [mantissa = "0", exponent = "0"] = String(x).split("e");
  const value = decimal(mantissa);
  const scale = value.scale - Number(exponent);
  const drop = scale - digits;
  if (drop <= 0) return x;
  if (drop > 400) return 0;
  return Number(`${roundUnits(value.units, drop)}e${-digits}`);
}

function converted(x: NonNullable<Value>, from: ValueType, to: ValueType): Value {
  if (to.type === "float64") return float(x);
  if (to.type === "date") return Math.floor(Number(x) / DAY_MS) * DAY_MS;
  if (to.type === "datetime") return x;
  if (to.type === "string") return text(x, from);
  if (to.type === "int64" && typeof x === "number") {
    return Number.isFinite(x) ? fit(BigInt(Math.trunc(x)), to) : null;
  }
  const source = typeof x === "number" ? (Number.isFinite(x) ? fromFloat(x) : null) : asDecimal(x);
  if (source === null) return null;
  if (to.type === "int64") return fit(source.units / 10n ** BigInt(source.scale), to);
  const scale = to.scale ?? 6;
  return fit({ units: rescale(source, scale), scale }, to);
}

/** Text by its UTF-8 bytes, numbers exactly where both are exact. */
export function compare(x: Value, y: Value): number {
  if (typeof x === "string" && typeof y === "string") {
    const [a, b] = [new TextEncoder().encode(x), new TextEncoder().encode(y)];
    for (let index = 0; index < Math.min(a.length, b.length); index++) {
      if (a[index] !== b[index]) return Number(a[index]) - Number(b[index]);
    }
    return a.length - b.length;
  }
  if (isDecimal(x) || isDecimal(y)) {
    const [a, b] = [asDecimal(x), asDecimal(y)];
    const scale = Math.max(a.scale, b.scale);
    const difference = rescale(a, scale) - rescale(b, scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  const [a, b] = [x as number, y as number];
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;
}
