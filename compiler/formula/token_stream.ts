/** Steps through the tokens of a formula, and keeps what is wrong with them. */
import type { Problem, Span } from "../schema/vocabulary.ts";
import type { FormulaNode } from "./ast.ts";
import { hintFor, quoted } from "./hints.ts";
import { type Token, tokenize } from "./lexer.ts";

/** Deeper nesting would exceed what ClickHouse reads by default. */
export const MAX_DEPTH = 60;

export class TokenStream {
  readonly problems: Problem[] = [];
  /** Where the text ends. */
  readonly end: Span;
  readonly #tokens: readonly Token[];
  #position = 0;
  #tooDeep = false;

  constructor(text: string) {
    this.#tokens = tokenize(text).filter((token) => token.kind !== "comment");
    this.end = { start: text.length, end: text.length };
  }

  /** The token that is read next. */
  peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  /** The token that was read last. */
  last(): Token | undefined {
    return this.#tokens[this.#position - 1];
  }

  next(): Token | undefined {
    return this.#tokens[this.#position++];
  }

  back(): void {
    this.#position--;
  }

  keyword(): string | undefined {
    const token = this.peek();
    return token?.kind === "keyword" ? token.value : undefined;
  }

  take(kind: Token["kind"]): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.#position++;
    return true;
  }

  takeKeyword(value: string): boolean {
    if (this.keyword() !== value) return false;
    this.#position++;
    return true;
  }

  /** The closing parenthesis, or a problem at what stands in its place. */
  close(open: Token, what: string): Span {
    const token = this.peek();
    if (token?.kind === "close") {
      this.#position++;
      return token.span;
    }
    this.report(
      token?.span ?? open.span,
      `Cannot close the ${what}: ")" is expected, ${found(token)}`,
      hintFor(token),
    );
    return token === undefined ? this.end : { start: token.span.start, end: token.span.start };
  }

  /** Reports that a part of CASE is not there. */
  expected(what: string): void {
    const token = this.peek();
    this.report(token?.span ?? this.end, `Cannot read CASE: ${what} is expected, ${found(token)}`);
  }

  unterminated(token: Token, what: string, close: string): void {
    if (token.unterminated) {
      this.report(token.span, `Cannot read the ${what}: ${close} is missing at its end`);
    }
  }

  /** Reports that a value is missing, and returns the node that stands in its place. */
  missing(span: Span, reason: string, hint?: string): FormulaNode {
    this.report(span, `Cannot read the formula: ${reason}`, hint);
    return { kind: "missing", span, depth: 1 };
  }

  /** Reports once that the formula is too deep, and reads no further. */
  giveUp(span: Span): FormulaNode {
    if (!this.#tooDeep) {
      this.problems.push({
        code: "too_large",
        message:
          `Cannot read the formula: more than ${MAX_DEPTH} operations or brackets depend on each other.`,
        span,
        hint: "Split it into several formula nodes.",
      });
    }
    this.#tooDeep = true;
    this.#position = this.#tokens.length;
    return { kind: "missing", span, depth: 1 };
  }

  /** Reports one fault for each place: later ones there only follow from the first. */
  report(span: Span, message: string, hint?: string): void {
    if (this.#tooDeep) return;
    if (this.problems.some((problem) => problem.span?.start === span.start && span.end > span.start)) return;
    this.problems.push({
      code: "formula_syntax",
      message: `${message}.`,
      span,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

function found(token: Token | undefined): string {
  return token === undefined ? "the formula ends" : `${quoted(token)} found`;
}
