/** Texts that are values; null where they are none. */
import { decimalShapeOf } from "../../functions/value_types.ts";
import { AFTER, FIRST } from "../calendar.ts";
import type { ScalarTable } from "../emitters.ts";
import {
  decimalHead,
  decimalPattern,
  FLOAT,
  INTEGER,
  MONTH_LETTERS,
  quoted,
  type TimePart,
  timePattern,
} from "../texts.ts";
import { double, numeric } from "./casts.ts";
import { once } from "./named.ts";
import type { Spelling } from "./spelling.ts";

const group = (sql: string | undefined, pattern: string) => `(regexp_match(${sql}, ${quoted(pattern)}))[1]`;

/** Half the smallest number: up to it a number is nearer to zero. The other end is where rounding gives infinity. */
const NEAREST_ZERO = "2.4703282292062327208828439643411068619e-324";
const PAST_LARGEST = "1.797693134862315807937289714053e308";

/** The timestamp that the groups of a pattern tell, null where nothing matched. */
function momentOf(found: string, groups: readonly TimePart[]): string {
  const has = (part: TimePart) => groups.includes(part);
  const text = (part: TimePart) => `(${found})[${groups.indexOf(part) + 1}]`;
  const number = (part: TimePart) => has(part) ? `coalesce(${text(part)}::int, 0)` : "0";
  const year = has("short_year") ? `(1970 + (${text("short_year")}::int + 30) % 100)::text` : text("year");
  const month = has("month_name")
    ? `((position(lower(left(${text("month_name")}, 3)) IN '${MONTH_LETTERS}') + 2) / 3)::text`
    : text("month");
  const first = `(${year} || '-' || ${month} || '-1')::date`;
  const hour = has("half_day_hour")
    ? `(${text("half_day_hour")}::int % 12 + CASE WHEN lower(${text("half_day")}) = 'p' THEN 12 ELSE 0 END)`
    : number("hour");
  const fraction = has("fraction") ? `coalesce(left(${text("fraction")} || '00', 3)::int, 0)` : "0";
  const ahead = has("zone_sign")
    ? ` - coalesce((${text("zone_sign")} || '1')::int * (${text("zone_hour")}::int * 60 + ${
      text("zone_minute")
    }::int), 0)`
    : "";
  const minutes = `(((${number("day")} - 1) * 24 + ${hour}) * 60 + ${number("minute")}${ahead})`;
  const seconds = `(${minutes} * 60 + ${number("second")} + ${double(fraction)} / 1000)`;
  // A day that the month does not have would be one of the next month.
  const last = `extract(day FROM ${first} + interval '1 month' - interval '1 day')`;
  return `CASE WHEN ${number("day")} <= ${last} THEN ${first}::timestamp + interval '1 second' * ${
    double(seconds)
  } END`;
}

export const readingFunctions = (spelling: Spelling) =>
  ({
    to_int: ([x]) => spelling.int64OrNull(numeric(group(x, INTEGER))),

    to_float: ([x], call, context) =>
      once(
        numeric(group(x, FLOAT)),
        call,
        context,
        spelling,
        (v) =>
          `(CASE WHEN abs(${v}) <= ${NEAREST_ZERO} THEN 0 WHEN abs(${v}) < ${PAST_LARGEST} THEN ${
            double(v)
          } END)`,
      ),

    to_exact([x], { type }) {
      const { precision, scale } = decimalShapeOf(type);
      const head = group(group(x, decimalPattern(precision - scale)), decimalHead(scale));
      return spelling.decimalOrNull(`round(${numeric(head)}, ${scale})`, precision - scale);
    },

    to_time([x], call, context) {
      const { pattern, groups } = timePattern(call.format);
      const found = `regexp_match(${x}, ${context.bind(pattern, { type: "string", nullable: false })})`;
      const moment = once(found, call, context, spelling, (g) => momentOf(g, groups));
      const kept = groups.includes("zone_sign")
        ? once(
          `(${moment})`,
          call,
          context,
          spelling,
          (t) => `CASE WHEN ${t} >= '${FIRST}'::timestamp AND ${t} < '${AFTER}'::timestamp THEN ${t} END`,
        )
        : moment;
      return `((${kept}) AT TIME ZONE ${spelling.utc})`;
    },
  }) satisfies Partial<ScalarTable>;
