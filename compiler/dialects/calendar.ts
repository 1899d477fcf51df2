/** The calendar that every store has, and how moments are written. */
import type { TimeUnit } from "../ir/expr.ts";
import { unitWidth } from "../ir/units.ts";

export { unitWidth, WEEK_ORIGIN_DAYS } from "../ir/units.ts";

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

const MONTHS_IN_CYCLE = 4800;
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Of every month in the 400 years after which the calendar repeats itself. */
const CYCLE: readonly number[] = Array.from(
  { length: MONTHS_IN_CYCLE },
  (_, at) => at % 12 === 1 && isLeap(Math.floor(at / 12)) ? 29 : DAYS_OF_MONTH[at % 12] ?? 0,
);
const daysIn = (month: number) => CYCLE[((month % MONTHS_IN_CYCLE) + MONTHS_IN_CYCLE) % MONTHS_IN_CYCLE] ?? 0;

/** How many days lie between a day and the day so many months later, or earlier: every number that occurs, ascending. */
export function monthLengths(months: number): readonly number[] {
  const found = new Set<number>();
  const [low, high] = [Math.min(months, 0), Math.max(months, 0)];
  let between = 0;
  for (let month = low; month < high; month++) between += daysIn(month);
  for (let month = 0; month < MONTHS_IN_CYCLE; month++) {
    const [own, reached] = [daysIn(month), daysIn(month + months)];
    for (let day = 28; day <= own; day++) {
      const clamped = day - Math.min(day, reached);
      found.add(months < 0 ? between + clamped : between - clamped);
    }
    between += daysIn(month + high) - daysIn(month + low);
  }
  return [...found].sort((left, right) => left - right);
}

/** A moment as drivers take it: `2024-01-31T09:30:00.000Z` → `2024-01-31 09:30:00.000`. */
export function driverMoment(iso: string): string {
  const text = iso.replace("T", " ").replace(/Z$/, "");
  return text.includes(".") ? text : `${text}.000`;
}
