/** What a message says of a token that is not expected. */
import type { Token } from "./lexer.ts";

/** A token as a message quotes it. */
export function quoted(token: Token): string {
  switch (token.kind) {
    case "column":
      return `[${token.value}]`;
    case "text":
      return "text";
    default:
      return `"${token.value}"`;
  }
}

const STRAIGHT = 'Write text in straight quotes: "text".';
const HINTS: Readonly<Record<string, string>> = {
  "||": "Use OR, or & to join text.",
  "|": "Use OR, or & to join text.",
  "!": "Use NOT.",
  ";": "Separate arguments with a comma.",
  "IS": "Use ISNULL([column]) or ISNOTNULL([column]).",
  "IN": "Compare with = and join with OR, or use a Filter node.",
  "LIKE": "Use CONTAINS, STARTS_WITH, ENDS_WITH or MATCHES.",
  "BETWEEN": "Write [x] >= low AND [x] <= high.",
  "&": "Use AND, or one & to join text.",
  "*": "Write ^ for a power, // before a comment.",
  "=": "A formula has no = in front; compare with one = or ==.",
  ",": "Commas stand between arguments, not inside numbers.",
  "#": "Write // before a comment.",
  "×": "Write *.",
  "÷": "Write /.",
  "−": "Write -.",
  "≠": "Write <>.",
  "≤": "Write <=.",
  "≥": "Write >=.",
  "“": STRAIGHT,
  "”": STRAIGHT,
  "‘": STRAIGHT,
  "’": STRAIGHT,
  "MOD": "Write %, or MOD(number, divisor).",
  "DIV": "Write FLOOR(number / divisor).",
};

/** What to write instead of something that others write here. */
export function hintFor(token: Token | undefined): string | undefined {
  return token === undefined ? undefined : HINTS[token.value.toUpperCase()];
}
