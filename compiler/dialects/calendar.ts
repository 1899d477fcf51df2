/** Widths of time units. Months, quarters and years are counted in months, since their lengths differ. */
import type { TimeUnit } from "../ir/expr.ts";

const SECONDS: Readonly<Partial<Record<TimeUnit, number>>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86400,
  week: 604800,
};
const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = { month: 1, quarter: 3, year: 12 };

/** Monday 1969-12-29 lies three days before the epoch. */
export const WEEK_ORIGIN_DAYS = 3;

export type UnitWidth = { readonly kind: "seconds" | "months"; readonly width: number };

export function unitWidth(unit: TimeUnit): UnitWidth {
  const seconds = SECONDS[unit];
  if (seconds !== undefined) return { kind: "seconds", width: seconds };
  return { kind: "months", width: MONTHS[unit] ?? 1 };
}

/** Computed times stay in the years 1900 to 2299, which every store has; outside they are null. */
export const JUST_BEFORE = "1899-12-31 23:59:59.999";
export const DAY_BEFORE = "1899-12-31";
export const FIRST = "1900-01-01";
export const AFTER = "2300-01-01";

const CALENDAR_YEARS = 400;

/** How many units fill the whole calendar: moving further always leaves it. */
export function reach(unit: TimeUnit): number {
  const { kind, width } = unitWidth(unit);
  return Math.ceil(
    kind === "months" ? (CALENDAR_YEARS * 12) / width : (CALENDAR_YEARS * 366 * 86400) / width,
  ) + 1;
}

/** A moment as drivers take it: `2024-01-31T09:30:00.000Z` → `2024-01-31 09:30:00.000`. */
export function driverMoment(iso: string): string {
  const text = iso.replace("T", " ").replace(/Z$/, "");
  return text.includes(".") ? text : `${text}.000`;
}
