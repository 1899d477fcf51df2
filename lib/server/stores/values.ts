/**
 * From what an engine sent to the JSON form of a declared column, one rule for all engines: whatever precision the
 * engine has is kept, decimals lose their trailing zeros, NaN and infinities become null.
 */
import type { TypeName } from "@/compiler/schema/types.ts";
import type { JsonValue } from "./types.ts";

/** What decoders hand over: dates and times already as ISO text, wide integers as bigint, decimals as text. */
export type EngineValue = string | number | bigint | boolean | null;

const CONVERTERS: Readonly<Record<TypeName, (value: Exclude<EngineValue, null>) => JsonValue>> = {
  string: (value) => String(value),
  int64: (value) => typeof value === "boolean" ? (value ? "1" : "0") : plainDecimal(value),
  float64: (value) => {
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  },
  decimal: plainDecimal,
  date: (value) => String(value).slice(0, 10),
  datetime: (value) => {
    const text = String(value);
    return text.length === 10 ? `${text}T00:00:00.000Z` : text;
  },
  boolean: (value) =>
    typeof value === "boolean" ? value : value === "true" || value === "t" || Number(value) !== 0,
};

export function toJsonValue(type: TypeName, value: EngineValue): JsonValue {
  return value === null ? null : CONVERTERS[type](value);
}

/** `12.3400` → `12.34`, `1e3` → `1000`, `-0.0` → `0`; null for what is no number. */
function plainDecimal(value: string | number | bigint | boolean): string | null {
  const text = String(value);
  const parts = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!parts || (!parts[2] && !parts[3])) return typeof value === "boolean" ? (value ? "1" : "0") : null;
  let whole = parts[2] ?? "";
  let fraction = parts[3] ?? "";
  const exponent = Number(parts[4] ?? 0);
  if (exponent > 0) {
    fraction = fraction.padEnd(exponent, "0");
    whole += fraction.slice(0, exponent);
    fraction = fraction.slice(exponent);
  } else if (exponent < 0) {
    whole = whole.padStart(-exponent, "0");
    fraction = whole.slice(whole.length + exponent) + fraction;
    whole = whole.slice(0, whole.length + exponent);
  }
  whole = whole.replace(/^0+(?=\d)/, "") || "0";
  fraction = fraction.replace(/0+$/, "");
  const digits = fraction ? `${whole}.${fraction}` : whole;
  return digits === "0" ? "0" : parts[1] + digits;
}

/** `value` is milliseconds since 1970; always three digits of a second. */
export function isoDateTime(value: number): string {
  return new Date(value).toISOString();
}

/** `days` since 1970-01-01. */
export function isoDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
