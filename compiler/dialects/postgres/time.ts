/** How PostgreSQL writes each operation on dates and times. */
import type { TimeUnit } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import { AFTER, DAY_BEFORE, JUST_BEFORE, reach, unitWidth } from "../calendar.ts";
import type { ScalarEmitter, ScalarTable } from "../emitters.ts";
import { double } from "./casts.ts";
import { INTERVALS, momentsIn } from "./moments.ts";
import type { Spelling } from "./spelling.ts";

/** A timestamp or date inside the calendar that every store has, else null; the value is named once. */
function inCalendar(sql: string, range: "tsrange" | "daterange"): string {
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

/** A place on an axis as a number. */
function position(sql: string, type: ValueType | undefined): string {
  if (type?.type === "datetime") return double(`extract(epoch FROM ${sql})`);
  return double(type?.type === "date" ? `(${sql} - date '1970-01-01')` : sql);
}

export function timeFunctions(spelling: Spelling) {
  const { utc, part, unitNumber, bucketStart, declared } = momentsIn(spelling);
  const partOf = (field: string): ScalarEmitter => ([x = ""], call) => part(field, x, call.args[0]?.type);

  return {
    year: partOf("year"),
    month: partOf("month"),
    day: partOf("day"),
    hour: partOf("hour"),
    minute: partOf("minute"),
    weekday: partOf("isodow"),
    iso_week: partOf("week"),
    iso_year: partOf("isoyear"),
    quarter: partOf("quarter"),

    date_diff([from = "", to = ""], call) {
      const unit = call.unit ?? "day";
      const [start, end] = call.args;
      return `(${unitNumber(to, end?.type, unit)} - ${unitNumber(from, start?.type, unit)})::bigint`;
    },

    date_add([count = "", start = ""], call) {
      const unit = call.unit ?? "day";
      const step = `interval '${INTERVALS[unit]}'`;
      const moved = `${utc(start, call.args[1]?.type)} + ${reachable(count, unit)} * ${step}`;
      if (call.type.type === "date") return inCalendar(`(${moved})::date`, "daterange");
      return declared(inCalendar(moved, "tsrange"), call);
    },

    now: () => "date_trunc('milliseconds', now())",

    bucket([x = ""], call) {
      const { unit = "day", size = 1 } = call;
      const isMonths = unitWidth(unit).kind === "months";
      if (isMonths && size === 1) {
        return declared(`date_trunc('${unit}', ${utc(x, call.args[0]?.type)})`, call);
      }
      const { count, interval } = bucketStart(x, call);
      const steps = isMonths ? count : `(${count})`;
      return declared(`(timestamp '1970-01-01' + ${steps} * interval '${interval}')`, call);
    },

    pixel_column([x = "", low = "", high = "", count], call) {
      const [at, start, end] = [x, low, high].map((sql) => position(sql, call.args[0]?.type));
      return `least(width_bucket(${at}, ${start}, nullif(${end}, ${start}), ${count}::int), ${count})`;
    },

    axis_value([x = ""], call) {
      const type = call.args[0]?.type;
      const place = position(x, type);
      return type?.type === "datetime"
        ? `(${place} * 1000)`
        : type?.type === "date"
        ? `(${place} * 86400000)`
        : place;
    },
  } satisfies Partial<ScalarTable>;
}
