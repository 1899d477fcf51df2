/** Texts that are values; null where they are none. */
import type { CallExpr } from "../../ir/expr.ts";
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
import { inRange, toDecimal } from "./types.ts";

const group = (sql: string | undefined, pattern: string) => `extract(${sql}, ${quoted(pattern)})`;

function toExact([x]: readonly string[], { type }: CallExpr): string {
  const { precision, scale } = decimalShapeOf(type);
  const head = group(group(x, decimalPattern(precision - scale)), decimalHead(scale));
  const rounded = `round(toDecimal256OrNull(${head}, ${scale + 1}), ${scale})`;
  return toDecimal(inRange(rounded, precision, scale), precision, scale);
}

const milliseconds = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The moment that the groups of a pattern tell, in milliseconds since 1970; `g` is empty where nothing matched. */
function momentOf(groups: readonly TimePart[]): string {
  const has = (part: TimePart) => groups.includes(part);
  const text = (part: TimePart) => `g[${groups.indexOf(part) + 1}]`;
  const number = (part: TimePart) => has(part) ? `toInt32OrZero(${text(part)})` : "0";
  const year = has("short_year") ? `1970 + (${number("short_year")} + 30) % 100` : number("year");
  const month = has("month_name")
    ? `intDiv(position('${MONTH_LETTERS}', lower(left(${text("month_name")}, 3))) + 2, 3)`
    : number("month");
  const first = `addMonths(toDate32('1970-01-01'), (${year} - 1970) * 12 + ${month} - 1)`;
  const day = `addDays(${first}, ${number("day")} - 1)`;
  const hour = has("half_day_hour")
    ? `${number("half_day_hour")} % 12 + if(lower(${text("half_day")}) = 'p', 12, 0)`
    : number("hour");
  const fraction = has("fraction") ? `toInt32OrZero(left(concat(${text("fraction")}, '00'), 3))` : "0";
  const ahead = has("zone_sign")
    ? ` - toInt32OrZero(concat(${text("zone_sign")}, '1')) * (${number("zone_hour")} * 60 + ${
      number("zone_minute")
    })`
    : "";
  const minutes = `((toInt64(toInt32(${day})) * 24 + ${hour}) * 60 + ${number("minute")}${ahead})`;
  const moment = `(${minutes} * 60 + ${number("second")}) * 1000 + ${fraction}`;
  // A day that the month does not have would be one of the next month.
  const exists = `length(g) > 0 AND toDayOfMonth(${day}) = ${number("day")}`;
  return `if(${exists}, ${moment}, NULL)`;
}

export const reading = {
  to_int: ([x]) => `accurateCastOrNull(toInt256OrNull(${group(x, INTEGER)}), 'Int64')`,
  // The engine gives infinities past the range, and tells -0 from 0.
  to_float: ([x]) => `(nullIf(nullIf(toFloat64OrNull(${group(x, FLOAT)}), inf), -inf) + 0)`,
  to_exact: toExact,
  to_time([x], call, context) {
    const { pattern, groups } = timePattern(call.format);
    const found = `extractGroups(ifNull(${x}, ''), ${
      context.bind(pattern, { type: "string", nullable: false })
    })`;
    const moment = `arrayMap(g -> ${momentOf(groups)}, [${found}])[1]`;
    const inside = `t >= ${milliseconds(FIRST)} AND t < ${milliseconds(AFTER)}`;
    const kept = groups.includes("zone_sign")
      ? `arrayMap(t -> if(${inside}, t, NULL), [${moment}])[1]`
      : moment;
    return `fromUnixTimestamp64Milli(${kept}, 'UTC')`;
  },
} satisfies Partial<ScalarTable>;
