/** Tokens → tree, by operator precedence. Reports every fault with its place and goes on. */
import type { Problem, Span } from "../schema/vocabulary.ts";
import type { BinaryOperator, FormulaNode } from "./ast.ts";
import { type Token, tokenize } from "./lexer.ts";

/** Deeper nesting would exceed what ClickHouse reads by default. */
export const MAX_DEPTH = 60;
export const MAX_LENGTH = 10_000;

/** How tightly operators bind; `^` is right associative, and a minus before it is weaker: -2^2 is -4. */
const POWER = 80;
const NEGATION = 70;
const NOT = 30;
const BINDING: Readonly<Record<string, number>> = {
  "OR": 10,
  "AND": 20,
  "=": 40,
  "<>": 40,
  "<": 40,
  "<=": 40,
  ">": 40,
  ">=": 40,
  "&": 45,
  "+": 50,
  "-": 50,
  "*": 60,
  "/": 60,
  "%": 60,
  "^": POWER,
};

export interface Parsed {
  readonly root: FormulaNode;
  readonly problems: readonly Problem[];
}

export function parse(text: string): Parsed {
  if (text.length > MAX_LENGTH) {
    const problem: Problem = {
      code: "too_large",
      message: `Cannot read a formula of ${text.length} characters: at most ${MAX_LENGTH} are allowed.`,
      span: { start: MAX_LENGTH, end: text.length },
    };
    return { root: { kind: "missing", span: { start: 0, end: text.length }, depth: 1 }, problems: [problem] };
  }
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const parsed = new Parser(text).parse();
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, parsed);
  return parsed;
}

/** The same formulas are read again with every edit and every compile; a tree never changes. */
const remembered = new Map<string, Parsed>();
const REMEMBERED = 256;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: Span;
  readonly #problems: Problem[] = [];
  #position = 0;
  #nesting = 0;
  #tooDeep = false;

  constructor(text: string) {
    this.#tokens = tokenize(text).filter((token) => token.kind !== "comment");
    this.#end = { start: text.length, end: text.length };
  }

  parse(): Parsed {
    const root = this.#expression(0);
    const rest = this.#peek();
    if (rest !== undefined && !this.#tooDeep) {
      this.#report(rest.span, `Cannot read on: ${describe(rest)} is unexpected here`, hintFor(rest));
    }
    return { root, problems: this.#problems };
  }

  #expression(minimum: number): FormulaNode {
    if (this.#nesting >= MAX_DEPTH) return this.#giveUp(this.#peek()?.span ?? this.#end);
    this.#nesting++;
    let left = this.#prefix();
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      const binding = token.kind === "operator" || token.kind === "keyword"
        ? BINDING[token.value]
        : undefined;
      if (binding === undefined || binding <= minimum) break;
      this.#position++;
      const operator = token.value;
      const right = this.#expression(operator === "^" ? binding - 1 : binding);
      left = this.#combine(operator, left, right);
    }
    this.#nesting--;
    return left;
  }

  #combine(operator: string, left: FormulaNode, right: FormulaNode): FormulaNode {
    const span = { start: left.span.start, end: right.span.end };
    if (operator === "AND" || operator === "OR" || operator === "&") {
      const items = left.kind === "chain" && left.operator === operator
        ? [...left.items, right]
        : [left, right];
      return this.#located({ kind: "chain", operator, items, span, depth: height(items) });
    }
    return this.#located({
      kind: "binary",
      operator: operator as BinaryOperator,
      left,
      right,
      span,
      depth: height([left, right]),
    });
  }

  #located(node: FormulaNode): FormulaNode {
    return node.depth > MAX_DEPTH ? this.#giveUp(node.span) : node;
  }

  #giveUp(span: Span): FormulaNode {
    if (!this.#tooDeep) {
      this.#problems.push({
        code: "too_large",
        message:
          `Cannot read the formula: more than ${MAX_DEPTH} operations or brackets depend on each other`,
        span,
        hint: "Split it into several formula nodes.",
      });
    }
    this.#tooDeep = true;
    this.#position = this.#tokens.length;
    return { kind: "missing", span, depth: 1 };
  }

  #prefix(): FormulaNode {
    const token = this.#peek();
    if (token === undefined) return this.#missing(this.#end, "the formula ends where a value is expected");
    const { span } = token;
    this.#position++;
    switch (token.kind) {
      case "number":
        return { kind: "number", text: token.value, span, depth: 1 };
      case "text":
        this.#unterminated(token, "text", "its quote");
        return { kind: "text", value: token.value, span, depth: 1 };
      case "column":
        this.#unterminated(token, "column", "]");
        if (token.unterminated) return { kind: "missing", span, depth: 1 };
        return { kind: "column", name: token.value, span, depth: 1 };
      case "open":
        return this.#group(token);
      case "name":
        return this.#peek()?.kind === "open"
          ? this.#call(token)
          : { kind: "bare", name: token.value, span, depth: 1 };
      case "operator":
        if (token.value === "-" || token.value === "+") return this.#sign(token);
        break;
      case "keyword":
        if (token.value === "TRUE" || token.value === "FALSE") {
          return { kind: "boolean", value: token.value === "TRUE", span, depth: 1 };
        }
        if (token.value === "NULL") return { kind: "null", span, depth: 1 };
        if (token.value === "CASE") return this.#case(token);
        if (token.value === "NOT") {
          const operand = this.#expression(NOT);
          return this.#unary("NOT", token, operand);
        }
        break;
      default:
    }
    this.#position--;
    const missing = this.#missing(span, `a value is expected, ${describe(token)} found`, hintFor(token));
    // An operator without its left side: skip it, so that what follows is still read.
    if (token.kind === "operator" || token.kind === "unknown") {
      this.#position++;
      return this.#peek() === undefined ? missing : this.#expression(NEGATION);
    }
    return missing;
  }

  #sign(token: Token): FormulaNode {
    const operand = this.#expression(NEGATION);
    if (token.value === "+") return operand;
    if (operand.kind === "number" && !operand.text.startsWith("-")) {
      return { kind: "number", text: `-${operand.text}`, span: join(token.span, operand.span), depth: 1 };
    }
    return this.#unary("-", token, operand);
  }

  #unary(operator: "-" | "NOT", token: Token, operand: FormulaNode): FormulaNode {
    const span = join(token.span, operand.span);
    return this.#located({ kind: "unary", operator, operand, span, depth: height([operand]) });
  }

  #group(open: Token): FormulaNode {
    const inner = this.#expression(0);
    const close = this.#close(open, "parenthesis");
    return { ...inner, span: join(open.span, close) };
  }

  /** The closing parenthesis, or a problem at what stands in its place. */
  #close(open: Token, what: string): Span {
    const token = this.#peek();
    if (token?.kind === "close") {
      this.#position++;
      return token.span;
    }
    if (!this.#tooDeep) {
      const found = token === undefined ? "the formula ends" : `${describe(token)} found`;
      this.#report(
        token?.span ?? open.span,
        `Cannot close the ${what}: ")" is expected, ${found}`,
        hintFor(token),
      );
    }
    return token === undefined ? this.#end : { start: token.span.start, end: token.span.start };
  }

  #call(name: Token): FormulaNode {
    const open = this.#tokens[this.#position++];
    const args: FormulaNode[] = [];
    if (this.#peek()?.kind === "close") {
      this.#position++;
    } else {
      do args.push(this.#expression(0)); while (this.#take("comma"));
    }
    const last = this.#tokens[this.#position - 1]?.span ?? name.span;
    const span = args.length === 0 || open === undefined
      ? join(name.span, last)
      : join(name.span, this.#close(open, `call of ${name.value.toUpperCase()}`));
    const depth = height(args);
    return this.#located({ kind: "call", name: name.value, nameSpan: name.span, args, span, depth });
  }

  #case(start: Token): FormulaNode {
    const subject = this.#keyword() === "WHEN" ? undefined : this.#expression(0);
    const branches: { when: FormulaNode; then: FormulaNode }[] = [];
    while (this.#takeKeyword("WHEN")) {
      const when = this.#expression(0);
      if (!this.#takeKeyword("THEN")) {
        this.#expected("THEN");
        break;
      }
      branches.push({ when, then: this.#expression(0) });
    }
    const otherwise = this.#takeKeyword("ELSE") ? this.#expression(0) : undefined;
    if (branches.length === 0) this.#expected("WHEN … THEN");
    else if (!this.#takeKeyword("END")) this.#expected("END");
    const inner = [...branches.flatMap((branch) => [branch.when, branch.then])];
    if (subject !== undefined) inner.push(subject);
    if (otherwise !== undefined) inner.push(otherwise);
    return this.#located({
      kind: "case",
      branches,
      ...(subject === undefined ? {} : { subject }),
      ...(otherwise === undefined ? {} : { otherwise }),
      span: join(start.span, this.#tokens[this.#position - 1]?.span ?? start.span),
      depth: height(inner),
    });
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #keyword(): string | undefined {
    const token = this.#peek();
    return token?.kind === "keyword" ? token.value : undefined;
  }

  #take(kind: Token["kind"]): boolean {
    if (this.#peek()?.kind !== kind) return false;
    this.#position++;
    return true;
  }

  #takeKeyword(value: string): boolean {
    if (this.#keyword() !== value) return false;
    this.#position++;
    return true;
  }

  #expected(what: string): void {
    if (this.#tooDeep) return;
    const token = this.#peek();
    const found = token === undefined ? "the formula ends" : `${describe(token)} found`;
    this.#report(token?.span ?? this.#end, `Cannot read CASE: ${what} is expected, ${found}`);
  }

  #unterminated(token: Token, what: string, close: string): void {
    if (token.unterminated) {
      this.#report(token.span, `Cannot read the ${what}: ${close} is missing at its end`);
    }
  }

  #missing(span: Span, reason: string, hint?: string): FormulaNode {
    if (!this.#tooDeep) this.#report(span, `Cannot read the formula: ${reason}`, hint);
    return { kind: "missing", span, depth: 1 };
  }

  /** One fault at a place is enough; what follows from it says nothing new. */
  #report(span: Span, message: string, hint?: string): void {
    if (this.#problems.some((problem) => problem.span?.start === span.start && span.end > span.start)) return;
    this.#problems.push({
      code: "formula_syntax",
      message: `${message}.`,
      span,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

const join = (from: Span, to: Span): Span => ({ start: from.start, end: Math.max(from.end, to.end) });

function height(nodes: readonly FormulaNode[]): number {
  let depth = 0;
  for (const node of nodes) if (node.depth > depth) depth = node.depth;
  return depth + 1;
}

function describe(token: Token): string {
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

function hintFor(token: Token | undefined): string | undefined {
  return token === undefined ? undefined : HINTS[token.value.toUpperCase()];
}
