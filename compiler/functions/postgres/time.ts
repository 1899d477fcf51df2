/** Dates and times on PostgreSQL, in UTC whatever the session's zone. */
import type { TimeUnit } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/types.ts";
import type { ScalarEmitter } from "../dialect.ts";
import { AFTER, DAY_BEFORE, JUST_BEFORE, reach, unitWidth, WEEK_ORIGIN_DAYS } from "../time_units.ts";

/** A timestamp without zone, in UTC. */
const utc = (sql: string, type: ValueType | undefined) =>
  type?.type === "date" ? `${sql}::timestamp` : `(${sql} AT TIME ZONE 'UTC')`;

export function part(field: "year" | "month" | "day" | "hour" | "minute"): ScalarEmitter {
  return ([x = ""], call) => `extract(${field} FROM ${utc(x, call.args[0]?.type)})::bigint`;
}

function monthNumber(sql: string, type: ValueType | undefined): string {
  const time = utc(sql, type);
  return `((extract(year FROM ${time}) - 1970) * 12 + extract(month FROM ${time}) - 1)`;
}

/** Which unit a time falls into, counted from 1970. */
function unitNumber(sql: string, type: ValueType | undefined, unit: TimeUnit): string {
  const { kind, width } = unitWidth(unit);
  if (kind === "months") return `floor(${monthNumber(sql, type)} / ${width})`;
  const offset = unit === "week" ? WEEK_ORIGIN_DAYS * 86400 : 0;
  return `floor((extract(epoch FROM ${utc(sql, type)}) + ${offset}) / ${width})`;
}

export const dateDiff: ScalarEmitter = ([from = "", to = ""], call) => {
  const unit = call.unit ?? "day";
  return `(${unitNumber(to, call.args[1]?.type, unit)} - ${
    unitNumber(from, call.args[0]?.type, unit)
  })::bigint`;
};

export const STEP: Readonly<Record<TimeUnit, string>> = {
  second: "1 second",
  minute: "1 minute",
  hour: "1 hour",
  day: "1 day",
  week: "7 days",
  month: "1 month",
  quarter: "3 months",
  year: "1 year",
};

/** A timestamp or date inside the calendar that every store has, else null; the value is named once. */
export function inCalendar(sql: string, range: "tsrange" | "daterange"): string {
  const before = `'${range === "tsrange" ? JUST_BEFORE : DAY_BEFORE}'::${
    range === "tsrange" ? "timestamp" : "date"
  }`;
  const calendar = `${range}(${before}, '${AFTER}')`;
  return `nullif(lower(${range}(${sql}, NULL) * ${calendar}), ${before})`;
}

/** The count where the calendar could still hold the result, else null. */
function reachable(count: string, unit: TimeUnit): string {
  const limit = reach(unit);
  return `nullif(nullif(least(greatest(${count}, -${limit}), ${limit}), ${limit}), -${limit})`;
}

export const dateAdd: ScalarEmitter = ([count = "", start = ""], call) => {
  const unit = call.unit ?? "day";
  const step = `interval '${STEP[unit]}'`;
  const moved = `${utc(start, call.args[1]?.type)} + ${reachable(count, unit)} * ${step}`;
  if (call.type.type === "date") return inCalendar(`(${moved})::date`, "daterange");
  return `(${inCalendar(moved, "tsrange")} AT TIME ZONE 'UTC')`;
};

export const bucket: ScalarEmitter = ([x = ""], call) => {
  const unit = call.unit ?? "day";
  const { kind, width } = unitWidth(unit);
  const type = call.args[0]?.type;
  const span = width * (call.size ?? 1);
  if (kind === "months" && span === width) {
    const start = `date_trunc('${unit}', ${utc(x, type)})`;
    return call.type.type === "date" ? `${start}::date` : `(${start} AT TIME ZONE 'UTC')`;
  }
  const offset = unit === "week" ? WEEK_ORIGIN_DAYS * 86400 : 0;
  const steps = kind === "months"
    ? `floor(${monthNumber(x, type)} / ${span}) * interval '${span} months'`
    : `(floor((extract(epoch FROM ${
      utc(x, type)
    }) + ${offset}) / ${span}) * ${span} - ${offset}) * interval '1 second'`;
  const start = `(timestamp '1970-01-01' + ${steps})`;
  return call.type.type === "date" ? `${start}::date` : `(${start} AT TIME ZONE 'UTC')`;
};

export const now: ScalarEmitter = () => "date_trunc('milliseconds', now())";

/** A place on an axis as a number. */
function position(sql: string, type: ValueType | undefined): string {
  if (type?.type === "datetime") return `extract(epoch FROM ${sql})::double precision`;
  return type?.type === "date"
    ? `(${sql} - date '1970-01-01')::double precision`
    : `${sql}::double precision`;
}

export const pixelColumn: ScalarEmitter = ([x = "", low = "", high = "", count], call) => {
  const [at, start, end] = [x, low, high].map((sql) => position(sql, call.args[0]?.type));
  return `least(width_bucket(${at}, ${start}, nullif(${end}, ${start}), ${count}::int), ${count})`;
};
