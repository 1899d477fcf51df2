/** Dates and times: days between dates are an interval there, and intervals are multiplied by floats. */
import type { TimeUnit } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import { AFTER, FIRST, reach } from "../calendar.ts";
import type { ScalarTable } from "../emitters.ts";
import { double } from "../postgres/casts.ts";
import { INTERVALS, momentsIn } from "../postgres/moments.ts";

/** The zone has to be cast, or the engine takes it for an interval. */
export const utc = "'UTC'::text";

const moments = momentsIn({ utc });

const times = (interval: string, count: string) => `interval '${interval}' * ${double(`(${count})`)}`;

/** The count where the calendar could still hold the result, else null. */
function reachable(count: string, unit: TimeUnit): string {
  const limit = reach(unit);
  return `CASE WHEN ${count} > -${limit} AND ${count} < ${limit} THEN ${count} END`;
}

/** A place on an axis as a number. */
function position(sql: string, type: ValueType | undefined): string {
  const isTime = type?.type === "datetime" || type?.type === "date";
  return double(isTime ? moments.seconds(sql, type) : sql);
}

export const time = {
  // The year of the week's Thursday: the engine extracts no year of a week.
  iso_year: ([x = ""], call) =>
    `extract(year FROM date_trunc('week', ${
      moments.utc(x, call.args[0]?.type)
    }) + interval '3 days')::bigint`,

  date_add([count = "", start = ""], call) {
    const unit = call.unit ?? "day";
    const moved = `(${moments.utc(start, call.args[1]?.type)} + ${
      times(INTERVALS[unit], reachable(count, unit))
    })`;
    const isInside = `${moved} >= '${FIRST}'::timestamp AND ${moved} < '${AFTER}'::timestamp`;
    return moments.declared(`(CASE WHEN ${isInside} THEN ${moved} END)`, call);
  },

  bucket([x = ""], call) {
    const { count, interval } = moments.bucketStart(x, call);
    return moments.declared(`('1970-01-01'::timestamp + ${times(interval, count)})`, call);
  },

  pixel_column([x = "", low = "", high = "", count], call) {
    const [at, start, end] = [x, low, high].map((sql) => position(sql, call.args[0]?.type));
    return `least(floor((${at} - ${start}) / nullif(${end} - ${start}, 0) * ${count}), ${count} - 1)`;
  },

  axis_value([x = ""], call) {
    const type = call.args[0]?.type;
    const isTime = type?.type === "datetime" || type?.type === "date";
    return isTime ? `(${position(x, type)} * 1000)` : position(x, type);
  },
} satisfies Partial<ScalarTable>;
