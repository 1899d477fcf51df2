import { call, castExpr, decimalType, formatFault, functionCall, textOf } from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Span, ValueType } from "../../schema/vocabulary.ts";
import { any, family, type Help, literal, type LowerContext, number, text } from "./definition.ts";

const to = (type: ValueType) => ([x]: readonly Expr[]) =>
  x && castExpr(x, { ...type, nullable: x.type.nullable });
const decimal: ValueType = { type: "decimal", nullable: true, precision: 38, scale: 6 };
const int64: ValueType = { type: "int64", nullable: true };
const float64: ValueType = { type: "float64", nullable: true };

const isText = (x: Expr) => x.type.type === "string";

/** Reads a text; a number becomes one of the other type. */
const reading = (op: "to_int" | "to_float", type: ValueType) => ([x]: readonly Expr[]) =>
  x && (isText(x) ? functionCall(op, [x], () => type) : to(type)([x]));

const exact = ([x, places]: readonly Expr[]) => {
  const type = decimalType(38, places?.kind === "param" ? Number(places.value) : 0, true);
  return x && (isText(x) ? functionCall("to_exact", [x], () => type) : to(type)([x]));
};

/** Outer spaces of a text mean nothing, and so do those of its format. */
const bare = (format: string) => format.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

/** TODATE and TODATETIME: a text in ISO 8601, or in the format that is given. */
const moment = (type: "date" | "datetime") =>
(
  [x, written]: readonly Expr[],
  context: LowerContext,
  spans: readonly Span[],
): Expr | undefined => {
  const target: ValueType = { type, nullable: true };
  const format = written?.kind === "param" ? bare(String(written.value)) : undefined;
  const span = spans[1] ?? context.span;
  if (x === undefined) return undefined;
  if (!isText(x)) {
    if (format === undefined) return castExpr(x, target);
    context.report(span, "wrong_arguments", "Cannot use a format: it is for text, and this is a datetime");
    return undefined;
  }
  const fault = format === undefined ? undefined : formatFault(format);
  if (fault !== undefined) {
    const message = `Cannot use "${format?.slice(0, 40)}" as a format: ${fault.reason}`;
    context.report(span, "invalid_format", message, fault.hint);
    return undefined;
  }
  // A text with a time of day is no day, unless the format says so.
  const read = functionCall("to_time", [x], () => ({ type: "datetime", nullable: true }), {
    format: format ?? (type === "date" ? "YYYY-MM-DD" : undefined),
  });
  return castExpr(read, target);
};

const format = { ...literal, optional: true };

export const convert = family("convert", [
  ["TEXT(value)", [any], ([x]) => x && textOf(x)],
  ["INT(number)", [number], to(int64)],
  ["FLOAT(number)", [number], to(float64)],
  ["DECIMAL(number)", [number], to(decimal)],
  [
    "TOINT(value)",
    [{ accepts: "text_or_number" }],
    reading("to_int", int64),
  ],
  [
    "TOFLOAT(value)",
    [{ accepts: "text_or_number" }],
    reading("to_float", float64),
  ],
  [
    "TODECIMAL(value, scale)",
    [{ accepts: "text_or_number" }, { accepts: "scale" }],
    exact,
  ],
  [
    "TODATE(text, [format])",
    [{ accepts: "text_or_datetime" }, format],
    moment("date"),
  ],
  [
    "TODATETIME(text, [format])",
    [text, format],
    moment("datetime"),
  ],
  [
    "TOTEXT(value)",
    [any],
    ([x]) => x && call("to_text", [x]),
  ],
]);

export const convertHelp: Help<typeof convert> = {
  TEXT: ["The value as text; null is empty.", "TEXT([quantity])"],
  INT: ["Whole part; null where it does not fit.", "INT([price])"],
  FLOAT: ["As a floating-point number.", "FLOAT([price])"],
  DECIMAL: ["As an exact number with six digits.", "DECIMAL([ratio])"],
  TOINT: ["A text as a whole number, null where it is none; of a number the whole part.", 'TOINT("42")'],
  TOFLOAT: ["A text as a floating-point number, null where it is none.", 'TOFLOAT("1.5e3")'],
  TODECIMAL: [
    "A text or number as an exact number of so many digits behind the point, rounded half away from zero.",
    'TODECIMAL("12.345", 2)',
  ],
  TODATE: [
    "A text as a date, null where it is none; of a datetime its day. ISO 8601, or a format of YYYY YY MMMM MMM MM M DD D, plain text in [brackets].",
    'TODATE("Jan 31 2024", "MMM D YYYY")',
  ],
  TODATETIME: [
    "A text as a time in UTC, null where it is none. ISO 8601, or a format that also has HH H hh h mm ss SSS A Z.",
    'TODATETIME("31.1.2024 14:30", "D.M.YYYY HH:mm")',
  ],
  TOTEXT: ["The value as text; null is empty.", "TOTEXT([price])"],
};
