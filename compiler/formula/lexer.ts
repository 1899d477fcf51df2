/** Text → tokens. Never fails: what it does not know becomes an `unknown` token, what is not closed is marked. */
import type { Span } from "../schema/vocabulary.ts";

type TokenKind =
  | "number"
  | "text"
  | "column"
  | "name"
  | "keyword"
  | "operator"
  | "open"
  | "close"
  | "comma"
  | "comment"
  | "unknown";

export interface Token {
  readonly kind: TokenKind;
  /** Meaning: a column's name or a text's content with escapes resolved, an operator or keyword in one spelling. */
  readonly value: string;
  readonly span: Span;
  /** A quote or bracket that is never closed. */
  readonly unterminated?: boolean;
}

export const KEYWORDS = [
  "AND",
  "OR",
  "NOT",
  "TRUE",
  "FALSE",
  "NULL",
  "CASE",
  "WHEN",
  "THEN",
  "ELSE",
  "END",
] as const;

const KEYWORD_SET: ReadonlySet<string> = new Set(KEYWORDS);
const OPERATORS: Readonly<Record<string, string>> = {
  "==": "=",
  "!=": "<>",
  "<>": "<>",
  "<=": "<=",
  ">=": ">=",
  "=": "=",
  "<": "<",
  ">": ">",
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
  "%": "%",
  "^": "^",
  "&": "&",
};
const PUNCTUATION: Readonly<Record<string, TokenKind>> = { "(": "open", ")": "close", ",": "comma" };
const SPACE = " \t\r\n\u00a0\ufeff";

const isDigit = (character: string | undefined) =>
  character !== undefined && character >= "0" && character <= "9";

function isNameStart(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z") ||
    character === "_";
}

/** Every token, comments included; white space is what lies between. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const character = text.charAt(position);
    if (SPACE.includes(character)) {
      position++;
      continue;
    }
    const token = tokenAt(text, position, character);
    tokens.push(token);
    position = token.span.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number, character: string): Token {
  const token = (kind: TokenKind, value: string, length: number): Token => ({
    kind,
    value,
    span: { start, end: start + length },
  });
  if (character === "/" && text.charAt(start + 1) === "/") {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    return token("comment", text.slice(start, end), end - start);
  }
  if (character === "[") return enclosed(text, start, "column", "]");
  if (character === '"' || character === "'") return enclosed(text, start, "text", character);
  if (isDigit(character) || (character === "." && isDigit(text.charAt(start + 1)))) {
    const end = numberEnd(text, start);
    return token("number", text.slice(start, end), end - start);
  }
  if (isNameStart(character)) {
    let end = start + 1;
    while (end < text.length && (isNameStart(text.charAt(end)) || isDigit(text.charAt(end)))) end++;
    const name = text.slice(start, end);
    const upper = name.toUpperCase();
    return KEYWORD_SET.has(upper) ? token("keyword", upper, end - start) : token("name", name, end - start);
  }
  const pair = OPERATORS[text.slice(start, start + 2)];
  if (pair !== undefined && start + 1 < text.length) return token("operator", pair, 2);
  const single = OPERATORS[character];
  if (single !== undefined) return token("operator", single, 1);
  const whole = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return token(PUNCTUATION[character] ?? "unknown", whole, whole.length);
}

/** Quoted text or a bracketed column; the closing character doubled stands for itself. */
function enclosed(text: string, start: number, kind: "text" | "column", close: string): Token {
  let value = "";
  let from = start + 1;
  while (true) {
    const end = text.indexOf(close, from);
    if (end < 0) {
      return { kind, value: value + text.slice(from), span: { start, end: text.length }, unterminated: true };
    }
    value += text.slice(from, end);
    if (text.charAt(end + 1) !== close) return { kind, value, span: { start, end: end + 1 } };
    value += close;
    from = end + 2;
  }
}

function numberEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text[end])) end++;
  if (text[end] === "." && isDigit(text[end + 1])) {
    end++;
    while (isDigit(text[end])) end++;
  }
  if (text[end] === "e" || text[end] === "E") {
    const sign = text[end + 1] === "+" || text[end + 1] === "-" ? 1 : 0;
    if (isDigit(text[end + 1 + sign])) {
      end += 1 + sign;
      while (isDigit(text[end])) end++;
    }
  }
  return end;
}

/** A column's name as a formula writes it. */
export function columnText(name: string): string {
  return `[${name.replaceAll("]", "]]")}]`;
}
