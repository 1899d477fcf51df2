/** Where a time axis puts its ticks and what it writes there. Everything is UTC. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY = 4 * DAY;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Unit = "fraction" | "second" | "minute" | "day" | "month" | "year";

interface TimeLevel {
  readonly unit: Unit;
  readonly step: number;
  /** Typical length in milliseconds. */
  readonly length: number;
}

const clock = (unit: Unit, size: number, steps: readonly number[]): TimeLevel[] =>
  steps.map((step) => ({ unit, step: step * size, length: step * size }));

/** From fine to coarse. */
export const TIME_LEVELS: readonly TimeLevel[] = [
  ...clock("fraction", 1, [1, 5, 10, 50, 100, 500]),
  ...clock("second", SECOND, [1, 5, 10, 30]),
  ...clock("minute", MINUTE, [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720]),
  ...clock("day", DAY, [1, 2, 7]),
  ...[1, 3, 6].map((step): TimeLevel => ({ unit: "month", step, length: step * 30.4 * DAY })),
  ...[1, 2, 5, 10, 20, 50, 100, 500, 1000].map((step): TimeLevel => ({
    unit: "year",
    step,
    length: step * 365.25 * DAY,
  })),
];

/** Months of a period that follows the calendar; null for one that is as long every time. */
function monthsOf({ unit, step }: TimeLevel): number | null {
  return unit === "year" ? step * 12 : unit === "month" ? step : null;
}

/** Months since the year 0. */
function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999. */
function monthStart(month: number): number {
  const year = Math.floor(month / 12);
  return new Date(0).setUTCFullYear(year, month - year * 12, 1);
}

/** The start of the level's period that holds `time`. */
export function floorTime(time: number, level: TimeLevel): number {
  const months = monthsOf(level);
  if (months !== null) return monthStart(Math.floor(monthOf(time) / months) * months);
  const anchor = level.step === 7 * DAY ? MONDAY : 0;
  return Math.floor((time - anchor) / level.step) * level.step + anchor;
}

function nextTime(time: number, level: TimeLevel): number {
  const months = monthsOf(level);
  return months === null ? time + level.step : monthStart(monthOf(time) + months);
}

export interface TimeTicks {
  readonly level: TimeLevel;
  readonly times: readonly number[];
}

/** The coarsest of day, minute, second and millisecond on which a lone instant falls. */
function ownLevel(time: number): TimeLevel {
  const sizes = [DAY, MINUTE, SECOND];
  const size = sizes.find((length) => time % length === 0) ?? 1;
  return TIME_LEVELS.find(({ step, unit }) => step === size && unit !== "month" && unit !== "year")!;
}

/** Round instants between two times, at most about `count`. */
export function timeTicks(start: number, stop: number, count: number): TimeTicks {
  if (start === stop) return { level: ownLevel(start), times: [start] };
  const level = TIME_LEVELS.find(({ length }) => (stop - start) / length <= count) ?? TIME_LEVELS.at(-1)!;
  const times: number[] = [];
  let time = floorTime(start, level);
  if (time < start) time = nextTime(time, level);
  for (; time <= stop && times.length < 1000; time = nextTime(time, level)) times.push(time);
  return { level, times };
}

/** For slots in order of time, some hours missing: the positions where a new period begins, at most about `count`. */
export function ordinalTimeTicks(
  times: readonly number[],
  count: number,
): { level: TimeLevel; indexes: number[] } {
  if (times.length === 1) return { level: ownLevel(times[0]!), indexes: [0] };
  let best: { level: TimeLevel; indexes: number[] } | undefined;
  for (const level of TIME_LEVELS) {
    const indexes: number[] = [];
    let last: number | undefined;
    for (let index = 0; index < times.length && indexes.length <= count; index++) {
      const period = floorTime(times[index]!, level);
      if (period !== last) indexes.push(index);
      last = period;
    }
    if (indexes.length > count) continue;
    // Periods that say as much in fewer words: days by their date, not by their midnight.
    if (best !== undefined && indexes.length < best.indexes.length) break;
    best = { level, indexes };
  }
  return best ?? { level: TIME_LEVELS.at(-1)!, indexes: [0] };
}

export interface TimeLabel {
  readonly text: string;
  /** The larger period, written once where it begins. */
  readonly context: string;
}

const digits = (value: number, count = 2) => String(value).padStart(count, "0");

export function timeLabel(time: number, { unit }: TimeLevel): TimeLabel {
  const date = new Date(time);
  const year = String(date.getUTCFullYear());
  const month = MONTHS[date.getUTCMonth()]!;
  if (unit === "year") return { text: year, context: "" };
  if (unit === "month") return { text: month, context: year };
  const day = `${date.getUTCDate()} ${month}`;
  if (unit === "day") return { text: day, context: year };
  const minute = `${digits(date.getUTCHours())}:${digits(date.getUTCMinutes())}`;
  const second = unit === "minute" ? "" : `:${digits(date.getUTCSeconds())}`;
  const fraction = unit === "fraction" ? `.${digits(date.getUTCMilliseconds(), 3)}` : "";
  return { text: minute + second + fraction, context: `${day} ${year}` };
}
