/** PostgreSQL's text form of values, both ways. */
import type { EngineValue } from "../values.ts";

/** What a bound value looks like on the wire; null stays null. */
export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(",")}}`;
  if (value instanceof Date) return value.toISOString();
  return String(value);
}

function arrayElement(value: unknown): string {
  const text = toText(value);
  if (text === null) return "NULL";
  return Array.isArray(value) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

const READERS: Readonly<Record<number, (text: string) => EngineValue>> = {
  16: (text) => text === "t",
  1082: (text) => /^\d{4,}-\d\d-\d\d$/.test(text) ? text : null,
  1114: isoTime,
  1184: isoTime,
};

/** `oid` is the type the server announced; without a rule of its own the text is the value. */
export function fromText(oid: number, text: string): EngineValue {
  const read = READERS[oid];
  return read ? read(text) : text;
}

/** Of a session in UTC with DateStyle ISO: `2026-01-02 03:04:05.678901+00`. Infinity and years BC have no ISO form. */
function isoTime(text: string): string | null {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00)?$/.exec(text);
  return parts ? `${parts[1]}T${parts[2]}.${(parts[3] ?? "").slice(0, 3).padEnd(3, "0")}Z` : null;
}
