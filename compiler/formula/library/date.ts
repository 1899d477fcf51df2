import {
  call,
  castExpr,
  type FormulaOp,
  isDateUnit,
  isNullLiteral,
  param,
  strict,
} from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import { FIRST_YEAR, LAST_YEAR } from "../../schema/value_ranges.ts";
import type { Span, TypeName } from "../../schema/vocabulary.ts";
import { parseDate, parseDatetime } from "../literals.ts";
import { any, family, type Help, integer, type LowerContext, operation, time, unit } from "./definition.ts";

/** DATE and DATETIME read a literal, or turn one kind of time into the other. */
function timeFunction(type: "date" | "datetime", example: string) {
  const parse = type === "date" ? parseDate : parseDatetime;
  return ([x]: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined => {
    if (x === undefined) return undefined;
    const target = { type: type as TypeName, nullable: x.type.nullable };
    if (x.type.type === "date" || x.type.type === "datetime" || isNullLiteral(x)) return castExpr(x, target);
    const span = spans[0] ?? context.span;
    const name = type.toUpperCase();
    if (x.kind !== "param" || typeof x.value !== "string" || x.type.type !== "string") {
      context.report(
        span,
        "wrong_type",
        `Cannot apply ${name} to ${x.type.type}`,
        `Write ${name}("${example}").`,
      );
      return undefined;
    }
    const value = parse(x.value);
    if (value !== undefined) return param(value, target);
    const message = `Cannot read "${
      x.value.slice(0, 40)
    }" as a ${type} between ${FIRST_YEAR} and ${LAST_YEAR}`;
    context.report(span, "invalid_literal", message, `Write ${name}("${example}").`);
    return undefined;
  };
}

const diff = (args: readonly Expr[], context: LowerContext) =>
  call("date_diff", args, { unit: context.unit });
const add = (args: readonly Expr[], context: LowerContext) => call("date_add", args, { unit: context.unit });

function truncate([x]: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined {
  if (x === undefined) return undefined;
  if (x.type.type === "date" && !isDateUnit(context.unit)) {
    context.report(
      spans[0] ?? context.span,
      "wrong_unit",
      `Cannot truncate a date to the ${context.unit}: a date has no time of day`,
      "Use day, week, month, quarter or year.",
    );
    return undefined;
  }
  return call("bucket", [x], { unit: context.unit, size: 1 });
}

const part = (op: FormulaOp) => operation(op, strict("int64"));

export const date = family("date", [
  ["YEAR(time)", [time], part("year")],
  ["MONTH(time)", [time], part("month")],
  ["DAY(time)", [time], part("day")],
  ["HOUR(time)", [time], part("hour")],
  ["MINUTE(time)", [time], part("minute")],
  ["WEEKDAY(time)", [time], part("weekday")],
  ["WEEK(time)", [time], part("iso_week")],
  ["ISOYEAR(time)", [time], part("iso_year")],
  ["QUARTER(time)", [time], part("quarter")],
  [
    "DATE_DIFF(unit, from, to)",
    [unit, time, time],
    diff,
  ],
  [
    "DATE_ADD(unit, count, time)",
    [unit, integer, time],
    add,
  ],
  [
    "DATE_TRUNC(unit, time)",
    [unit, time],
    truncate,
  ],
  ["NOW()", [], () => call("now", [])],
  [
    "DATE(text)",
    [any],
    timeFunction("date", "2024-01-31"),
  ],
  [
    "DATETIME(text)",
    [any],
    timeFunction("datetime", "2024-01-31T09:30:00Z"),
  ],
]);

export const dateHelp: Help<typeof date> = {
  YEAR: ["Year, in UTC.", "YEAR([time])"],
  MONTH: ["Month, 1 to 12.", "MONTH([time])"],
  DAY: ["Day of the month.", "DAY([time])"],
  HOUR: ["Hour, 0 to 23.", "HOUR([time])"],
  MINUTE: ["Minute, 0 to 59.", "MINUTE([time])"],
  WEEKDAY: ["Day of the week, Monday 1 to Sunday 7.", "WEEKDAY([date])"],
  WEEK: ["Week of the year by ISO 8601, 1 to 53.", "WEEK([date])"],
  ISOYEAR: ["Year that the ISO 8601 week belongs to.", "ISOYEAR([date])"],
  QUARTER: ["Quarter of the year, 1 to 4.", "QUARTER([date])"],
  DATE_DIFF: [
    "Boundaries crossed between two times; weeks start on Monday.",
    'DATE_DIFF("day", [opened], [closed])',
  ],
  DATE_ADD: ["Moves a time; month ends are kept inside the month.", 'DATE_ADD("month", 1, [date])'],
  DATE_TRUNC: ["Start of the second, minute … year that holds the time.", 'DATE_TRUNC("month", [date])'],
  NOW: ["The current time, in UTC.", 'DATE_DIFF("minute", [time], NOW())'],
  DATE: ["A date literal, or the day of a time.", 'DATE("2024-01-31")'],
  DATETIME: ["A time literal in UTC, or the start of a date.", 'DATETIME("2024-01-31T09:30:00Z")'],
};
