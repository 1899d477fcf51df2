/** Dates and times are ISO 8601 in UTC and are printed from their own text, so no time zone can creep in. */

export type TimePrecision = "day" | "minute" | "second" | "fraction";

const ISO = /^(\d{4,}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(?:Z|\+00:?00)?$/;
const ORDER: readonly TimePrecision[] = ["day", "minute", "second", "fraction"];

function precisionOf(text: string): TimePrecision {
  const match = ISO.exec(text);
  if (!match) return "day";
  if (match[4] && /[1-9]/.test(match[4])) return "fraction";
  if (match[3] && match[3] !== "00") return "second";
  return match[2] && match[2] !== "00:00" ? "minute" : "day";
}

/** The coarsest precision that still tells every value apart from midnight, whole minutes and whole seconds. */
export function temporalPrecision(values: Iterable<unknown>): TimePrecision {
  let finest = 0;
  for (const value of values) {
    if (typeof value === "string") finest = Math.max(finest, ORDER.indexOf(precisionOf(value)));
  }
  return ORDER[finest]!;
}

/** `2026-11-20 14:30`; seconds and fractions as far as the value, or the given precision, has them. */
export function formatTemporal(text: string, precision: TimePrecision = precisionOf(text)): string {
  const match = ISO.exec(text);
  if (!match) return text;
  const [, day, minute = "00:00", second = "00", fraction = ""] = match;
  if (precision === "day") return day!;
  if (precision === "minute") return `${day} ${minute}`;
  if (precision === "second") return `${day} ${minute}:${second}`;
  return `${day} ${minute}:${second}.${fraction.replace(/0+$/, "").padEnd(3, "0")}`;
}

/** The last millisecond that a Date can hold. */
const LATEST = 8.64e15;

/** Milliseconds since 1970 in UTC, or null. A time without a zone is UTC: the host's zone never counts. */
export function parseTime(value: unknown): number | null {
  if (typeof value === "number") return Math.abs(value) <= LATEST ? value : null;
  if (typeof value !== "string") return null;
  if (value[10] === "T" && value.endsWith("Z")) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? null : time;
  }
  const match = ISO.exec(value);
  const text = match
    ? `${match[1]}T${match[2] ?? "00:00"}:${match[3] ?? "00"}.${(match[4] ?? "0").slice(0, 3)}Z`
    : value;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
