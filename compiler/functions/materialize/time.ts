/** Dates and times on Materialize: days between dates are an interval there, and intervals are multiplied by floats. */
import type { TimeUnit } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/types.ts";
import type { ScalarEmitter } from "../dialect.ts";
import { STEP } from "../postgres/time.ts";
import { AFTER, FIRST, reach, unitWidth, WEEK_ORIGIN_DAYS } from "../time_units.ts";
import { UTC } from "./types.ts";

/** A timestamp without zone, in UTC. */
const utc = (sql: string, type: ValueType | undefined) =>
  type?.type === "date" ? `${sql}::timestamp` : `(${sql} AT TIME ZONE ${UTC})`;

const seconds = (sql: string, type: ValueType | undefined) => `extract(epoch FROM ${utc(sql, type)})`;

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
  return `floor((${seconds(sql, type)} + ${offset}) / ${width})`;
}

export const dateDiff: ScalarEmitter = ([from = "", to = ""], call) => {
  const unit = call.unit ?? "day";
  const [fromType, toType] = [call.args[0]?.type, call.args[1]?.type];
  return `(${unitNumber(to, toType, unit)} - ${unitNumber(from, fromType, unit)})::bigint`;
};

const times = (interval: string, count: string) => `interval '${interval}' * (${count})::double precision`;

/** The count where the calendar could still hold the result, else null. */
function reachable(count: string, unit: TimeUnit): string {
  const limit = reach(unit);
  return `CASE WHEN ${count} > -${limit} AND ${count} < ${limit} THEN ${count} END`;
}

export const dateAdd: ScalarEmitter = ([count = "", start = ""], call) => {
  const unit = call.unit ?? "day";
  const moved = `(${utc(start, call.args[1]?.type)} + ${times(STEP[unit], reachable(count, unit))})`;
  const inside =
    `(CASE WHEN ${moved} >= '${FIRST}'::timestamp AND ${moved} < '${AFTER}'::timestamp THEN ${moved} END)`;
  return call.type.type === "date" ? `${inside}::date` : `(${inside} AT TIME ZONE ${UTC})`;
};

export const bucket: ScalarEmitter = ([x = ""], call) => {
  const unit = call.unit ?? "day";
  const { kind, width } = unitWidth(unit);
  const type = call.args[0]?.type;
  const span = width * (call.size ?? 1);
  const offset = unit === "week" ? WEEK_ORIGIN_DAYS * 86400 : 0;
  const steps = kind === "months"
    ? times(`${span} months`, `floor(${monthNumber(x, type)} / ${span})`)
    : times("1 second", `floor((${seconds(x, type)} + ${offset}) / ${span}) * ${span} - ${offset}`);
  const start = `('1970-01-01'::timestamp + ${steps})`;
  return call.type.type === "date" ? `${start}::date` : `(${start} AT TIME ZONE ${UTC})`;
};

/** A place on an axis as a number. */
function position(sql: string, type: ValueType | undefined): string {
  const isTime = type?.type === "datetime" || type?.type === "date";
  return `${isTime ? seconds(sql, type) : sql}::double precision`;
}

export const pixelColumn: ScalarEmitter = ([x = "", low = "", high = "", count], call) => {
  const [at, start, end] = [x, low, high].map((sql) => position(sql, call.args[0]?.type));
  return `least(floor((${at} - ${start}) / nullif(${end} - ${start}, 0) * ${count}), ${count} - 1)`;
};
