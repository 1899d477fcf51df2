import { call, type FormulaOp, functionCall, readPattern, strict, textOf } from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Span } from "../../schema/vocabulary.ts";
import { any, direct, family, type Help, integer, type LowerContext, operation, text } from "./definition.ts";

function matches(args: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined {
  const pattern = args[1];
  const read = readPattern(pattern?.kind === "param" ? String(pattern.value) : "");
  if (read.ok) return call("matches", args);
  context.report(spans[1] ?? context.span, "invalid_pattern", `Cannot read the pattern: ${read.reason}`);
  return undefined;
}

function splitPart(args: readonly Expr[], context: LowerContext, spans: readonly Span[]): Expr | undefined {
  const separator = args[1];
  if (separator?.kind !== "param" || separator.value !== "") {
    return functionCall("split_part", args, () => ({ type: "string", nullable: true }));
  }
  context.report(
    spans[1] ?? context.span,
    "invalid_literal",
    "Cannot split at an empty separator",
    'Write for example SPLIT_PART([symbol], ".", 1).',
  );
  return undefined;
}

const textual = (op: FormulaOp) => operation(op, strict("string"));

export const textFunctions = family("text", [
  ["UPPER(text)", [text], textual("upper")],
  ["LOWER(text)", [text], direct("lower")],
  ["TRIM(text)", [text], textual("trim")],
  ["LEFT(text, count)", [text, integer], textual("left")],
  ["RIGHT(text, count)", [text, integer], textual("right")],
  ["LENGTH(text)", [text], operation("length", strict("int64"))],
  [
    "CONCAT(value, …)",
    [{ ...any, repeats: true }],
    (args) => call("concat", args.map(textOf)),
  ],
  [
    "REPLACE(text, search, replacement)",
    [text, text, text],
    textual("replace"),
  ],
  [
    "SUBSTRING(text, start, [length])",
    [text, integer, { ...integer, optional: true }],
    textual("substring"),
  ],
  [
    "SPLIT_PART(text, separator, number)",
    [text, text, integer],
    splitPart,
  ],
  [
    "POSITION(text, part)",
    [text, text],
    operation("position_of", strict("int64")),
  ],
  [
    "PAD_LEFT(text, length, fill)",
    [text, integer, text],
    operation("pad_left", () => ({ type: "string", nullable: true })),
  ],
  [
    "PAD_RIGHT(text, length, fill)",
    [text, integer, text],
    operation("pad_right", () => ({ type: "string", nullable: true })),
  ],
  [
    "CONTAINS(text, part)",
    [text, text],
    direct("contains"),
  ],
  [
    "STARTS_WITH(text, part)",
    [text, text],
    direct("starts_with"),
  ],
  [
    "ENDS_WITH(text, part)",
    [text, text],
    direct("ends_with"),
  ],
  [
    "MATCHES(text, pattern)",
    [text, { accepts: "literal" }],
    matches,
  ],
]);

export const textHelp: Help<typeof textFunctions> = {
  UPPER: ["Capital letters.", "UPPER([symbol])"],
  LOWER: ["Small letters.", "LOWER([symbol])"],
  TRIM: ["Without spaces, tabs and line ends at both ends.", "TRIM([name])"],
  LEFT: ["The first characters.", "LEFT([symbol], 2)"],
  RIGHT: ["The last characters.", "RIGHT([symbol], 2)"],
  LENGTH: ["Number of characters.", "LENGTH([symbol])"],
  CONCAT: ["Joins values as text; null counts as empty.", 'CONCAT([side], " ", [symbol])'],
  REPLACE: ["Replaces every occurrence.", 'REPLACE([symbol], ".", "-")'],
  SUBSTRING: [
    "The characters from a place on, counted from 1; as many as are asked for, or all.",
    "SUBSTRING([symbol], 2, 3)",
  ],
  SPLIT_PART: [
    "The part of that number between separators; empty where there is none.",
    'SPLIT_PART([symbol], ".", 1)',
  ],
  POSITION: ["Where the part begins, counted from 1; 0 where it does not occur.", 'POSITION([symbol], ".")'],
  PAD_LEFT: [
    "Filled up at the left to that many characters; longer text is cut at the right.",
    'PAD_LEFT(TEXT([id]), 8, "0")',
  ],
  PAD_RIGHT: [
    "Filled up at the right to that many characters; longer text is cut at the right.",
    'PAD_RIGHT([symbol], 6, " ")',
  ],
  CONTAINS: ["Whether the part occurs.", 'CONTAINS([name], "Inc")'],
  STARTS_WITH: ["Whether the text begins so.", 'STARTS_WITH([symbol], "A")'],
  ENDS_WITH: ["Whether the text ends so.", 'ENDS_WITH([symbol], "X")'],
  MATCHES: ["Whether the regular expression (RE2) matches anywhere.", 'MATCHES([symbol], "^[A-C]")'],
};
