/** Functions of one row that are neither operators nor conversions between types: null where an argument is. */
import type { CallExpr } from "@/compiler/ir/expr.ts";
import { nearestDouble } from "../exact_doubles.ts";
import { cutDigits, type Decimal, fromFloat, toNumber } from "./decimal.ts";
import type { Value } from "./evaluate.ts";
import { padded, substring, weekOf } from "./pieces.ts";
import { readDecimal, readFloat, readInteger, readTime } from "./reading.ts";

type Meaning = (args: readonly NonNullable<Value>[], call: CallExpr) => Value;

const isDecimal = (value: Value | undefined): value is Decimal => typeof value === "object" && value !== null;
const float = (value: Value | undefined): number => isDecimal(value) ? toNumber(value) : Number(value);
const characters = (value: Value | undefined) => [...String(value)];

export const FURTHER: Partial<Record<CallExpr["op"], Meaning>> = {
  to_int: ([x]) => readInteger(String(x)),
  to_float: ([x]) => readFloat(String(x)),
  to_exact: ([x], { type }) => readDecimal(String(x), type.scale ?? 0),
  to_time: ([x], { format }) => readTime(String(x), format),

  substring: ([x, start, length]) =>
    substring(characters(x), start as bigint, length === undefined ? null : length as bigint),
  split_part: ([x, separator, number]) =>
    separator === "" ? null : String(x).split(String(separator))[Number(number) - 1] ?? "",
  position_of([x, part]) {
    const at = String(x).indexOf(String(part));
    return BigInt(at < 0 ? 0 : characters(String(x).slice(0, at)).length + 1);
  },
  pad_left: ([x, length, fill]) => padded(characters(x), length as bigint, characters(fill), true),
  pad_right: ([x, length, fill]) => padded(characters(x), length as bigint, characters(fill), false),

  weekday: ([x]) => BigInt((new Date(Number(x)).getUTCDay() + 6) % 7 + 1),
  iso_week: ([x]) => BigInt(weekOf(Number(x)).week),
  iso_year: ([x]) => BigInt(weekOf(Number(x)).year),
  quarter: ([x]) => BigInt(Math.floor(new Date(Number(x)).getUTCMonth() / 3) + 1),

  exact_ratio([x, y]) {
    const [top, bottom] = [x as Decimal, y as Decimal];
    if (bottom.units === 0n) return null;
    const sign = bottom.units < 0n ? -1n : 1n;
    const above = sign * top.units * 10n ** BigInt(bottom.scale);
    return nearestDouble(above, sign * bottom.units * 10n ** BigInt(top.scale));
  },
  log10: ([x]) => float(x) <= 0 ? null : Math.log10(float(x)),
  exp: ([x]) => Number.isFinite(Math.exp(float(x))) ? Math.exp(float(x)) : null,
  sign([x]) {
    const side = isDecimal(x) ? Number(x.units > 0n) - Number(x.units < 0n) : Math.sign(Number(x));
    return Number.isNaN(side) ? null : BigInt(side);
  },
  trunc([x = 0, digits]) {
    if (isDecimal(x)) return cutDigits(x, Number(digits));
    if (typeof x === "bigint") return cutDigits({ units: x, scale: 0 }, Number(digits)).units;
    return Number.isFinite(x) ? toNumber(cutDigits(fromFloat(Number(x)), Number(digits))) : x;
  },
};
