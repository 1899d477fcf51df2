/** Settings that hold a length of time as `{ size, unit }`. */
import { call, param } from "../functions/calls.ts";
import { type Expr, TIME_UNITS, type TimeUnit } from "../ir/expr.ts";
import { isRecord } from "../schema/untyped.ts";
import { LIMITS } from "../schema/limits.ts";
import { FIRST_YEAR, LAST_YEAR } from "../schema/value_ranges.ts";
import type { Problem } from "../schema/vocabulary.ts";
import type { Field } from "./spec.ts";

export interface Period {
  readonly size: number;
  readonly unit: TimeUnit;
}

const lengthFields = (min: number): readonly Field[] => [
  { key: "size", label: "Size", kind: "number", integer: true, min, max: LIMITS.count },
  {
    key: "unit",
    label: "Unit",
    kind: "choice",
    options: TIME_UNITS.map((unit) => ({ value: unit, label: `${unit}s` })),
  },
];

export const periodFields = lengthFields(1);

/** A length of time that may be none. */
export const spanFields = lengthFields(0);

export function readPeriod(value: unknown): Period | "too_large" | undefined {
  if (!isRecord(value)) return undefined;
  const unit = TIME_UNITS.find((candidate) => candidate === value.unit);
  const { size } = value;
  if (unit === undefined || typeof size !== "number" || !Number.isInteger(size) || size < 1) return undefined;
  return size > LIMITS.count ? "too_large" : { size, unit };
}

const DATETIME = { type: "datetime", nullable: false } as const;
const BEFORE_ALL = param(`${FIRST_YEAR - 1}-12-31T23:59:59.999Z`, DATETIME);
const LAST_OF_ALL = param(`${LAST_YEAR}-12-31T23:59:59.999Z`, DATETIME);
/** An engine's clock is at least so many years away from either end of the calendar. */
const CLOCK_YEARS = 100;
/** The fewest of each unit that make a year. */
const IN_A_YEAR: Readonly<Record<TimeUnit, number>> = {
  second: 31_536_000,
  minute: 525_600,
  hour: 8760,
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** Steps are counted from 1970: of a longer one nothing before that would begin within the calendar. */
export const LONGEST_BUCKET_YEARS = 1970 - FIRST_YEAR;
/** Where rows off the steps stay as they are, every step may be long, as far as stores reach back from 1970. */
export const LONGEST_STEP_YEARS = 1_000;

/** What is wrong with a step of time that rows are gathered or filled by; undefined where nothing is. */
export function stepProblem(
  { size, unit }: Period,
  mostYears: number,
): Pick<Problem, "code" | "message" | "hint"> | undefined {
  if (size / IN_A_YEAR[unit] <= mostYears) return undefined;
  return {
    code: "too_large",
    message: `Cannot count time in steps of ${size} ${unit}s: at most ${mostYears} years are allowed.`,
    hint: "Choose a shorter step.",
  };
}

/** The moment `size` units before another, after it where negative; outside of the calendar it is the calendar's end. */
export function periodsBefore(moment: Expr, size: number, unit: TimeUnit): Expr {
  const count = param(String(-size), { type: "int64", nullable: false });
  const reached = call("date_add", [count, moment], { unit });
  const years = Math.abs(size) / IN_A_YEAR[unit];
  return years < yearsLeft(moment, size > 0) ? reached : call("coalesce", [
    reached,
    size > 0 ? BEFORE_ALL : LAST_OF_ALL,
  ]);
}

/** How many years the calendar goes on from a moment, at least; of a column nothing is known. */
function yearsLeft(moment: Expr, back: boolean): number {
  if (moment.kind === "param") {
    const year = Number(String(moment.value).slice(0, 4));
    return back ? year - FIRST_YEAR : LAST_YEAR - year;
  }
  return moment.kind === "call" && moment.op === "now" ? CLOCK_YEARS : 1;
}
