/** Dates and times in UTC, whatever zone the session has. */
import type { CallExpr, TimeUnit } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import { unitWidth, WEEK_ORIGIN_DAYS } from "../calendar.ts";
import type { Spelling } from "./spelling.ts";

/** How many seconds the counting of a unit starts before 1970. */
const originOf = (unit: TimeUnit) => unit === "week" ? WEEK_ORIGIN_DAYS * 86400 : 0;

/** Where a bucket starts: so many intervals after 1970. */
interface BucketStart {
  readonly count: string;
  readonly interval: string;
}

export function momentsIn({ utc: zone }: Pick<Spelling, "utc">) {
  /** A timestamp without zone. */
  const utc = (sql: string, type: ValueType | undefined) =>
    type?.type === "date" ? `${sql}::timestamp` : `(${sql} AT TIME ZONE ${zone})`;

  const seconds = (sql: string, type: ValueType | undefined) => `extract(epoch FROM ${utc(sql, type)})`;

  function monthNumber(sql: string, type: ValueType | undefined): string {
    const time = utc(sql, type);
    return `((extract(year FROM ${time}) - 1970) * 12 + extract(month FROM ${time}) - 1)`;
  }

  return {
    utc,
    seconds,

    part: (field: string, sql: string, type: ValueType | undefined) =>
      `extract(${field} FROM ${utc(sql, type)})::bigint`,

    /** Which unit a time falls into, counted from 1970. */
    unitNumber(sql: string, type: ValueType | undefined, unit: TimeUnit): string {
      const { kind, width } = unitWidth(unit);
      if (kind === "months") return `floor(${monthNumber(sql, type)} / ${width})`;
      return `floor((${seconds(sql, type)} + ${originOf(unit)}) / ${width})`;
    },

    bucketStart(sql: string, { args, unit = "day", size = 1 }: CallExpr): BucketStart {
      const { kind, width } = unitWidth(unit);
      const type = args[0]?.type;
      const span = width * size;
      if (kind === "months") {
        return { count: `floor(${monthNumber(sql, type)} / ${span})`, interval: `${span} months` };
      }
      const origin = originOf(unit);
      const count = `floor((${seconds(sql, type)} + ${origin}) / ${span}) * ${span} - ${origin}`;
      return { count, interval: "1 second" };
    },

    /** A timestamp in UTC as the call's own type. */
    declared: (timestamp: string, call: CallExpr) =>
      call.type.type === "date" ? `${timestamp}::date` : `(${timestamp} AT TIME ZONE ${zone})`,
  };
}

/** The widths of units as the engine spells intervals. */
export const INTERVALS: Readonly<Record<TimeUnit, string>> = {
  second: "1 second",
  minute: "1 minute",
  hour: "1 hour",
  day: "1 day",
  week: "7 days",
  month: "1 month",
  quarter: "3 months",
  year: "1 year",
};
