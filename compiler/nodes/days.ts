/** A filter's value that is a date alone, beside a datetime: it means its day, from its start to the next day's, in UTC. */
import { call, castExpr, param } from "../functions/calls.ts";
import type { CoreOp } from "../functions/rules.ts";
import type { Expr, ExprOf } from "../ir/expr.ts";
import { LAST_YEAR } from "../schema/value_ranges.ts";
import type { ValueType } from "../schema/vocabulary.ts";

const DATETIME: ValueType = { type: "datetime", nullable: false };
const DAY_MS = 86_400_000;

export type Comparison = Extract<CoreOp, "eq" | "ne" | "lt" | "le" | "gt" | "ge">;

/** A comparison with a value, whose day counts where it is a date and the subject has a time of day. */
export function comparison(op: Comparison, subject: Expr, value: Expr): Expr {
  return value.kind === "param" && isDayOf(subject, value)
    ? withDay(op, subject, String(value.value))
    : call(op, [subject, value]);
}

/** Whether the value is a day of the subject, and not a moment. */
export function isDayOf(subject: { readonly type: ValueType }, value: ExprOf<"param">): boolean {
  return subject.type.type === "datetime" && value.type.type === "date";
}

/** The day of a datetime. */
export function dayOf(subject: Expr): Expr {
  return castExpr(subject, { type: "date", nullable: subject.type.nullable });
}

function withDay(op: Comparison, subject: Expr, day: string): Expr {
  const start = Date.parse(day);
  const moment = (at: number) => param(new Date(at).toISOString(), DATETIME);
  const fromStart = call("ge", [subject, moment(start)]);
  const beforeStart = call("lt", [subject, moment(start)]);
  // No store has a moment behind the last day.
  const isLast = day === `${LAST_YEAR}-12-31`;
  const next = moment(start + DAY_MS - (isLast ? 1 : 0));
  const beforeNext = call(isLast ? "le" : "lt", [subject, next]);
  const fromNext = call(isLast ? "gt" : "ge", [subject, next]);
  switch (op) {
    case "eq":
      return call("and", [fromStart, beforeNext]);
    case "ne":
      return call("or", [beforeStart, fromNext]);
    case "lt":
      return beforeStart;
    case "ge":
      return fromStart;
    case "gt":
      return fromNext;
    case "le":
      return beforeNext;
  }
}
