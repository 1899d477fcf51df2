/** Tokens → tree, by operator precedence. Reports every fault with its place and goes on. */
import type { Problem, Span } from "../schema/vocabulary.ts";
import type { BinaryOperator, FormulaNode } from "./ast.ts";
import { hintFor, quoted } from "./hints.ts";
import type { Token } from "./lexer.ts";
import { MAX_DEPTH, TokenStream } from "./token_stream.ts";

const MAX_LENGTH = 10_000;

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

interface Parsed {
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
  readonly #tokens: TokenStream;
  #nesting = 0;

  constructor(text: string) {
    this.#tokens = new TokenStream(text);
  }

  parse(): Parsed {
    const root = this.#expression(0);
    const rest = this.#tokens.peek();
    if (rest !== undefined) {
      this.#tokens.report(rest.span, `Cannot read on: ${quoted(rest)} is unexpected here`, hintFor(rest));
    }
    return { root, problems: this.#tokens.problems };
  }

  #expression(minimum: number): FormulaNode {
    if (this.#nesting >= MAX_DEPTH) return this.#tokens.giveUp(this.#tokens.peek()?.span ?? this.#tokens.end);
    this.#nesting++;
    let left = this.#prefix();
    for (let token = this.#tokens.peek(); token !== undefined; token = this.#tokens.peek()) {
      const binding = token.kind === "operator" || token.kind === "keyword"
        ? BINDING[token.value]
        : undefined;
      if (binding === undefined || binding <= minimum) break;
      this.#tokens.next();
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
    return node.depth > MAX_DEPTH ? this.#tokens.giveUp(node.span) : node;
  }

  #prefix(): FormulaNode {
    const token = this.#tokens.peek();
    if (token === undefined) {
      return this.#tokens.missing(this.#tokens.end, "the formula ends where a value is expected");
    }
    const { span } = token;
    this.#tokens.next();
    switch (token.kind) {
      case "number":
        return { kind: "number", text: token.value, span, depth: 1 };
      case "text":
        this.#tokens.unterminated(token, "text", "its quote");
        return { kind: "text", value: token.value, span, depth: 1 };
      case "column":
        this.#tokens.unterminated(token, "column", "]");
        if (token.unterminated) return { kind: "missing", span, depth: 1 };
        return { kind: "column", name: token.value, span, depth: 1 };
      case "open":
        return this.#group(token);
      case "name":
        return this.#tokens.peek()?.kind === "open"
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
    this.#tokens.back();
    const missing = this.#tokens.missing(
      span,
      `a value is expected, ${quoted(token)} found`,
      hintFor(token),
    );
    // An operator without its left side: skip it, so that what follows is still read.
    if (token.kind === "operator" || token.kind === "unknown") {
      this.#tokens.next();
      return this.#tokens.peek() === undefined ? missing : this.#expression(NEGATION);
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
    const close = this.#tokens.close(open, "parenthesis");
    return { ...inner, span: join(open.span, close) };
  }

  #call(name: Token): FormulaNode {
    const open = this.#tokens.next();
    const args: FormulaNode[] = [];
    if (!this.#tokens.take("close")) {
      do args.push(this.#expression(0)); while (this.#tokens.take("comma"));
    }
    const last = this.#tokens.last()?.span ?? name.span;
    const span = args.length === 0 || open === undefined
      ? join(name.span, last)
      : join(name.span, this.#tokens.close(open, `call of ${name.value.toUpperCase()}`));
    const depth = height(args);
    return this.#located({ kind: "call", name: name.value, nameSpan: name.span, args, span, depth });
  }

  #case(start: Token): FormulaNode {
    const subject = this.#tokens.keyword() === "WHEN" ? undefined : this.#expression(0);
    const branches: { when: FormulaNode; then: FormulaNode }[] = [];
    while (this.#tokens.takeKeyword("WHEN")) {
      const when = this.#expression(0);
      if (!this.#tokens.takeKeyword("THEN")) {
        this.#tokens.expected("THEN");
        break;
      }
      branches.push({ when, then: this.#expression(0) });
    }
    const otherwise = this.#tokens.takeKeyword("ELSE") ? this.#expression(0) : undefined;
    if (branches.length === 0) this.#tokens.expected("WHEN … THEN");
    else if (!this.#tokens.takeKeyword("END")) this.#tokens.expected("END");
    const inner = branches.flatMap((branch) => [branch.when, branch.then]);
    if (subject !== undefined) inner.push(subject);
    if (otherwise !== undefined) inner.push(otherwise);
    return this.#located({
      kind: "case",
      branches,
      ...(subject === undefined ? {} : { subject }),
      ...(otherwise === undefined ? {} : { otherwise }),
      span: join(start.span, this.#tokens.last()?.span ?? start.span),
      depth: height(inner),
    });
  }
}

const join = (from: Span, to: Span): Span => ({ start: from.start, end: Math.max(from.end, to.end) });

function height(nodes: readonly FormulaNode[]): number {
  let depth = 0;
  for (const node of nodes) if (node.depth > depth) depth = node.depth;
  return depth + 1;
}
