/** `{ size, unit }` settings. */
import { call, param } from "../functions/calls.ts";
import type { Expr, TimeUnit } from "../ir/expr.ts";
import { isRecord } from "../schema/graph.ts";
import { LIMITS } from "../schema/limits.ts";
import type { Field } from "./spec.ts";

export const UNITS: readonly TimeUnit[] = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
];

export interface Period {
  readonly size: number;
  readonly unit: TimeUnit;
}

export const periodFields: readonly Field[] = [
  { key: "size", label: "Size", kind: "number", integer: true, min: 1, max: LIMITS.count },
  {
    key: "unit",
    label: "Unit",
    kind: "choice",
    options: UNITS.map((unit) => ({ value: unit, label: `${unit}s` })),
  },
];

export function readPeriod(value: unknown): Period | "too_large" | undefined {
  if (!isRecord(value)) return undefined;
  const unit = UNITS.find((candidate) => candidate === value.unit);
  const { size } = value;
  if (unit === undefined || typeof size !== "number" || !Number.isInteger(size) || size < 1) return undefined;
  return size > LIMITS.count ? "too_large" : { size, unit };
}

/** Computed times end with the year 1899; how many years before an engine's clock that surely is. */
const FIRST_YEAR = 1900;
const CLOCK_YEARS = 100;
const BEFORE_ALL = param("1899-12-31T23:59:59.999Z", { type: "datetime", nullable: false });
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

/** The moment `size` units before another; before the calendar begins it is the moment just before that. */
export function periodsBefore(moment: Expr, size: number, unit: TimeUnit): Expr {
  const count = param(String(-size), { type: "int64", nullable: false });
  const start = call("date_add", [count, moment], { unit });
  const known = moment.kind === "param" ? Number(String(moment.value).slice(0, 4)) - FIRST_YEAR : CLOCK_YEARS;
  return size / IN_A_YEAR[unit] < known ? start : call("coalesce", [start, BEFORE_ALL]);
}
