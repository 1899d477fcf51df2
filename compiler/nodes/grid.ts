/** The steps of a time grid, anchored as buckets are: computed here where both ends are known before anything runs. */
import { unitWidth, WEEK_ORIGIN_DAYS } from "../ir/units.ts";
import { FIRST_YEAR, LAST_YEAR } from "../schema/value_ranges.ts";
import type { Period } from "./periods.ts";

const DAY_MS = 86_400_000;
const CALENDAR_START = Date.UTC(FIRST_YEAR, 0, 1);
const CALENDAR_END = Date.UTC(LAST_YEAR, 11, 31, 23, 59, 59, 999);

/** How many steps after 1970 a moment's step begins. */
function stepNumber(moment: number, { size, unit }: Period): number {
  const { kind, width } = unitWidth(unit);
  if (kind === "seconds") return Math.floor((moment + originOf(unit)) / (width * size * 1000));
  const date = new Date(moment);
  const months = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
  return Math.floor(months / (width * size));
}

function startOf(step: number, { size, unit }: Period): number {
  const { kind, width } = unitWidth(unit);
  if (kind === "seconds") return step * width * size * 1000 - originOf(unit);
  return Date.UTC(1970, step * width * size, 1);
}

const originOf = (unit: Period["unit"]) => unit === "week" ? WEEK_ORIGIN_DAYS * DAY_MS : 0;

export interface Grid {
  /** The first and last step, in milliseconds. */
  readonly from?: number;
  readonly to?: number;
}

/** The steps between two moments, the ends rounded inward; one that lies before the other where there is none. */
export function gridBetween(from: number | undefined, to: number | undefined, period: Period): Grid {
  const first = from === undefined ? undefined : firstFrom(from, period);
  const last = to === undefined ? undefined : lastUpTo(to, period);
  // 1970 begins a step of every width, so that the calendar has a first and a last one.
  if (first === null || last === null) {
    return { from: lastUpTo(CALENDAR_END, period) ?? 0, to: firstFrom(CALENDAR_START, period) ?? 0 };
  }
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
}

/** Null where the calendar ends before. */
function firstFrom(moment: number, period: Period): number | null {
  const step = stepNumber(moment, period);
  const start = startOf(step, period);
  if (start === moment) return start;
  const next = startOf(step + 1, period);
  return next <= CALENDAR_END ? next : null;
}

/** Null where the calendar begins later. */
function lastUpTo(moment: number, period: Period): number | null {
  const start = startOf(stepNumber(moment, period), period);
  return start >= CALENDAR_START ? start : null;
}

/** How many steps there are from one to another, both included. */
export function stepsBetween(first: number, last: number, period: Period): number {
  return stepNumber(last, period) - stepNumber(first, period) + 1;
}
