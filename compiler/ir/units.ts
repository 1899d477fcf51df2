/** Widths of time units. Months, quarters and years are counted in months, since their lengths differ. */
import type { TimeUnit } from "./expr.ts";

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

type UnitWidth = { readonly kind: "seconds" | "months"; readonly width: number };

export function unitWidth(unit: TimeUnit): UnitWidth {
  const seconds = SECONDS[unit];
  if (seconds !== undefined) return { kind: "seconds", width: seconds };
  return { kind: "months", width: MONTHS[unit] ?? 1 };
}
