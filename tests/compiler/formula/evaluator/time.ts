/** Times as milliseconds since 1970 in UTC, on the proleptic calendar that JavaScript's Date has. */
import type { TimeUnit } from "@/compiler/ir/expr.ts";

export const DAY_MS = 86_400_000;
const WIDTH: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
};

const months = (ms: number) => {
  const date = new Date(ms);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
};

/** Which unit of that width holds the time, counted from 1970; weeks from Monday 1969-12-29. */
export function unitIndex(ms: number, unit: TimeUnit, size = 1): number {
  if (unit === "month" || unit === "quarter" || unit === "year") {
    return Math.floor(months(ms) / (size * { month: 1, quarter: 3, year: 12 }[unit]));
  }
  if (unit === "week") return Math.floor((ms + 3 * DAY_MS) / (size * 7 * DAY_MS));
  return Math.floor(ms / (size * (WIDTH[unit] ?? 1)));
}

export function unitStart(index: number, unit: TimeUnit, size = 1): number {
  if (unit === "month" || unit === "quarter" || unit === "year") {
    return Date.UTC(1970, index * size * { month: 1, quarter: 3, year: 12 }[unit], 1);
  }
  if (unit === "week") return index * size * 7 * DAY_MS - 3 * DAY_MS;
  return index * size * (WIDTH[unit] ?? 1);
}

export function addUnits(ms: number, count: number, unit: TimeUnit): number {
  if (unit === "week") return ms + count * 7 * DAY_MS;
  const width = WIDTH[unit];
  if (width !== undefined) return ms + count * width;
  const date = new Date(ms);
  const month = date.getUTCMonth() + count * (unit === "year" ? 12 : unit === "quarter" ? 3 : 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const start = Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay));
  return start + (((ms % DAY_MS) + DAY_MS) % DAY_MS);
}
