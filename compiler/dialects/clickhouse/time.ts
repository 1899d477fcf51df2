/** Dates and times in UTC, those before 1970 included. */
import type { TimeUnit } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import { AFTER, JUST_BEFORE, reach, unitWidth, WEEK_ORIGIN_DAYS } from "../calendar.ts";
import type { ScalarEmitter, ScalarTable } from "../emitters.ts";
import { toFloat } from "./types.ts";

const EPOCH = "toDate32('1970-01-01')";
const FIRST_DATE = "toDate32('1900-01-01')";
const LAST_DATE = "toDate32('2299-12-31')";

export const asDatetime = (sql: string) => `toDateTime64(${sql}, 3, 'UTC')`;
export const asDate = (sql: string, type: ValueType | undefined) =>
  type?.type === "datetime" ? `toDate32(${sql}, 'UTC')` : `toDate32(${sql})`;

/** A part of a time as int64. */
function part(
  name:
    | "toYear"
    | "toMonth"
    | "toDayOfMonth"
    | "toHour"
    | "toMinute"
    | "toQuarter"
    | "toISOWeek"
    | "toISOYear",
): ScalarEmitter {
  return ([x = ""], call) => {
    const isDate = call.args[0]?.type.type === "date";
    if (isDate && (name === "toHour" || name === "toMinute")) return `toInt64(${name}(${asDatetime(x)}))`;
    return isDate ? `toInt64(${name}(toDate32(${x})))` : `toInt64(${name}(${x}, 'UTC'))`;
  };
}

/** Which unit a time falls into, counted from 1970. */
function unitNumber(sql: string, type: ValueType | undefined, unit: TimeUnit): string {
  const { kind, width } = unitWidth(unit);
  if (kind === "months") return `floor(dateDiff('month', ${EPOCH}, ${asDate(sql, type)}) / ${width})`;
  const offset = unit === "week" ? WEEK_ORIGIN_DAYS * 86_400_000 : 0;
  return `floor((toUnixTimestamp64Milli(${asDatetime(sql)}) + ${offset}) / ${width * 1000})`;
}

const dateDiff: ScalarEmitter = ([from = "", to = ""], call) => {
  const unit = call.unit ?? "day";
  const [fromType, toType] = [call.args[0]?.type, call.args[1]?.type];
  return `toInt64(${unitNumber(to, toType, unit)} - ${unitNumber(from, fromType, unit)})`;
};

const ADDERS: Readonly<Record<TimeUnit, string>> = {
  second: "addSeconds",
  minute: "addMinutes",
  hour: "addHours",
  day: "addDays",
  week: "addWeeks",
  month: "addMonths",
  quarter: "addQuarters",
  year: "addYears",
};

/** A value between two marks, else null; named once, so that nesting does not multiply it. */
function between(sql: string, low: string, high: string): string {
  return `nullIf(nullIf(least(greatest(${sql}, ${low}), ${high}), ${high}), ${low})`;
}

const dateAdd: ScalarEmitter = ([count = "", start = ""], call) => {
  const unit = call.unit ?? "day";
  const isDate = call.type.type === "date";
  const base = isDate ? `toDate32(${start})` : asDatetime(start);
  const moved = `${ADDERS[unit]}(${base}, ${between(count, `-${reach(unit)}`, `${reach(unit)}`)})`;
  if (isDate) return between(moved, `addDays(${FIRST_DATE}, -1)`, `addDays(${LAST_DATE}, 1)`);
  const mark = (text: string) =>
    `fromUnixTimestamp64Milli(${Date.parse(`${text.replace(" ", "T")}Z`)}, 'UTC')`;
  return between(moved, mark(JUST_BEFORE), mark(`${AFTER} 00:00:00`));
};

const bucket: ScalarEmitter = ([x = ""], call) => {
  const unit = call.unit ?? "day";
  const size = call.size ?? 1;
  const { kind, width } = unitWidth(unit);
  const type = call.args[0]?.type;
  if (kind === "months") {
    const months = width * size;
    const start = `addMonths(${EPOCH}, toInt64(floor(dateDiff('month', ${EPOCH}, ${
      asDate(x, type)
    }) / ${months}) * ${months}))`;
    return call.type.type === "date" ? start : asDatetime(start);
  }
  const offset = unit === "week" ? WEEK_ORIGIN_DAYS : 0;
  if (call.type.type === "date") {
    const days = (width / 86400) * size;
    return `addDays(${EPOCH}, toInt64(floor((toInt32(toDate32(${x})) + ${offset}) / ${days}) * ${days} - ${offset}))`;
  }
  const milliseconds = width * 1000 * size;
  const shift = offset * 86_400_000;
  return `fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(${
    asDatetime(x)
  }) + ${shift}) / ${milliseconds}) * ${milliseconds} - ${shift}), 'UTC')`;
};

/** A place on an axis as a number. */
function position(sql: string, type: ValueType | undefined): string {
  if (type?.type === "datetime") return `toUnixTimestamp64Milli(${asDatetime(sql)})`;
  return type?.type === "date" ? `toFloat64(toInt32(toDate32(${sql})))` : toFloat(sql, type);
}

const pixelColumn: ScalarEmitter = ([x = "", low = "", high = "", count], call) => {
  const type = call.args[0]?.type;
  const start = position(low, type);
  const width = `nullIf(${position(high, type)} - ${start}, 0)`;
  return `least(floor((${position(x, type)} - ${start}) / ${width} * ${count}), ${count} - 1)`;
};

export const time = {
  year: part("toYear"),
  month: part("toMonth"),
  day: part("toDayOfMonth"),
  hour: part("toHour"),
  minute: part("toMinute"),
  weekday: ([x = ""], call) => `toInt64(toDayOfWeek(${asDate(x, call.args[0]?.type)}))`,
  iso_week: part("toISOWeek"),
  iso_year: part("toISOYear"),
  quarter: part("toQuarter"),
  date_diff: dateDiff,
  date_add: dateAdd,
  now: () => "now64(3, 'UTC')",
  bucket,
  pixel_column: pixelColumn,
  axis_value: ([x = ""], call) => {
    const type = call.args[0]?.type;
    const place = `toFloat64(${position(x, type)})`;
    return type?.type === "date" ? `(${place} * 86400000)` : place;
  },
} satisfies Partial<ScalarTable>;
