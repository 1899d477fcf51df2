import { call, type FormulaOp, readPattern, strict, textOf } from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Span } from "../../schema/vocabulary.ts";
import {
  any,
  direct,
  type Family,
  family,
  integer,
  type LowerContext,
  operation,
  text,
} from "./definition.ts";

function matches(args: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined {
  const pattern = args[1];
  const read = readPattern(pattern?.kind === "param" ? String(pattern.value) : "");
  if (read.ok) return call("matches", args);
  context.report(spans[1] ?? context.span, "invalid_pattern", `Cannot read the pattern: ${read.reason}`);
  return undefined;
}

const textual = (op: FormulaOp) => operation(op, strict("string"));

export const textFunctions: Family = family("text", [
  ["UPPER(text)", [text], textual("upper"), "Capital letters.", "UPPER([symbol])"],
  ["LOWER(text)", [text], direct("lower"), "Small letters.", "LOWER([symbol])"],
  ["TRIM(text)", [text], textual("trim"), "Without spaces, tabs and line ends at both ends.", "TRIM([name])"],
  ["LEFT(text, count)", [text, integer], textual("left"), "The first characters.", "LEFT([symbol], 2)"],
  ["RIGHT(text, count)", [text, integer], textual("right"), "The last characters.", "RIGHT([symbol], 2)"],
  ["LENGTH(text)", [text], operation("length", strict("int64")), "Number of characters.", "LENGTH([symbol])"],
  [
    "CONCAT(value, …)",
    [{ ...any, repeats: true }],
    (args) => call("concat", args.map(textOf)),
    "Joins values as text; null counts as empty.",
    'CONCAT([side], " ", [symbol])',
  ],
  [
    "REPLACE(text, search, replacement)",
    [text, text, text],
    textual("replace"),
    "Replaces every occurrence.",
    'REPLACE([symbol], ".", "-")',
  ],
  [
    "CONTAINS(text, part)",
    [text, text],
    direct("contains"),
    "Whether the part occurs.",
    'CONTAINS([name], "Inc")',
  ],
  [
    "STARTS_WITH(text, part)",
    [text, text],
    direct("starts_with"),
    "Whether the text begins so.",
    'STARTS_WITH([symbol], "A")',
  ],
  [
    "ENDS_WITH(text, part)",
    [text, text],
    direct("ends_with"),
    "Whether the text ends so.",
    'ENDS_WITH([symbol], "X")',
  ],
  [
    "MATCHES(text, pattern)",
    [text, { accepts: "literal" }],
    matches,
    "Whether the regular expression (RE2) matches anywhere.",
    'MATCHES([symbol], "^[A-C]")',
  ],
]);
