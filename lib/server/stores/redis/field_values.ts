/** Texts of Redis as values of the declared types. */
import { readGiven } from "@/compiler/mod.ts";
import type { ValueType } from "@/compiler/schema/types.ts";
import type { JsonValue } from "../types.ts";

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

/** The value in its JSON form; undefined for a text that is none of the type. Decimals are rounded to their scale. */
export function fieldValue(text: string, type: ValueType): JsonValue | undefined {
  const read = readGiven(text, type.type);
  if (!("value" in read)) return undefined;
  const value = read.value;
  switch (type.type) {
    case "int64":
      return isInt64(String(value)) ? value : undefined;
    case "decimal":
      return decimalOf(String(value), type);
    case "date":
      return String(value).length === 10 ? value : undefined;
    case "datetime":
      return String(value).length === 10 ? `${value}T00:00:00.000Z` : value;
    default:
      return value;
  }
}

function isInt64(digits: string): boolean {
  if (!/^-?\d+$/.test(digits)) return false;
  const number = BigInt(digits);
  return number >= LOWEST && number <= HIGHEST;
}

/** Half away from zero, as people round prices; undefined where more whole digits remain than the type has. */
function decimalOf(digits: string, { precision = 38, scale = 0 }: ValueType): string | undefined {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
  const rounded = String(kept + ((fraction[scale] ?? "0") >= "5" ? 1n : 0n));
  if (rounded.length > precision) return undefined;
  const padded = rounded.padStart(scale + 1, "0");
  const behind = padded.slice(padded.length - scale).replace(/0+$/, "");
  const before = padded.slice(0, padded.length - scale);
  const plain = scale === 0 || behind === "" ? before : `${before}.${behind}`;
  return plain === "0" ? plain : sign + plain;
}
