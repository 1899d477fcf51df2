/** Tree → typed expression. Every fault is a problem with its place; what is sound is still checked. */
import {
  call,
  caseExpr,
  castExpr,
  describeType,
  isNumeric,
  isTime,
  MAX_PRECISION,
  MAX_SCALE,
  param,
} from "../functions/mod.ts";
import type { ColumnId, Expr, ScalarOp, SortKey } from "../ir/expr.ts";
import type { Problem, Span, ValueType } from "../schema/vocabulary.ts";
import type { BinaryOperator, FormulaNode, NodeOf } from "./ast.ts";
import { checkCall } from "./calls.ts";
import type { Level } from "./library/definition.ts";
import { findFunction } from "./library/mod.ts";
import { agree } from "./library/logic.ts";
import { parseDate, parseDatetime, parseNumber } from "./literals.ts";
import { closestName } from "../schema/closest_name.ts";

export interface ScopeColumn {
  readonly id: ColumnId;
  readonly type: ValueType;
}

/** A Map of columns by name is one. */
export type Scope = Pick<ReadonlyMap<string, ScopeColumn>, "get" | "has" | "keys">;

export interface CheckOptions {
  /** What may stand beside functions of one row: aggregates, or window functions; nothing by default. */
  readonly allow?: Level;
  /** Columns that an aggregate formula may use as they are. */
  readonly keys?: ReadonlySet<ColumnId>;
  /** The order that window functions run in; without one they are problems. */
  readonly orderBy?: readonly SortKey[];
  readonly partitionBy?: readonly Expr[];
}

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, ScalarOp>>> = {
  "=": "eq",
  "<>": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
};
const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, ScalarOp>>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "modulo",
  "^": "power",
};

const TEXT: ValueType = { type: "string", nullable: false };
export const NULL: Expr = param(null, TEXT);

export const isNull = (expr: Expr) => expr.kind === "param" && expr.value === null;

export class Checker {
  readonly problems: Problem[] = [];
  readonly scope: Scope;
  readonly options: CheckOptions;

  constructor(scope: Scope, options: CheckOptions) {
    this.scope = scope;
    this.options = options;
  }

  /** Undefined where a problem has been reported below. */
  check(node: FormulaNode): Expr | undefined {
    switch (node.kind) {
      case "missing":
        return undefined;
      case "null":
        return NULL;
      case "boolean":
        return param(node.value, { type: "boolean", nullable: false });
      case "text":
        return this.#text(node);
      case "number":
        return this.#number(node);
      case "column":
        return this.#column(node);
      case "bare":
        return this.#bare(node);
      case "call":
        return checkCall(this, node);
      case "unary":
        return this.#unary(node);
      case "binary":
        return this.#binary(node);
      case "chain":
        return this.#chain(node);
      case "case":
        return this.#case(node);
    }
  }

  /** The message comes without its full stop. */
  report(span: Span, code: string, message: string, hint?: string): undefined {
    this.problems.push({ code, message: `${message}.`, span, ...(hint === undefined ? {} : { hint }) });
  }

  /** Reports what was found where a type was wanted. */
  mismatch(span: Span, action: string, expected: string, found: ValueType, hint?: string): undefined {
    this.report(
      span,
      "wrong_type",
      `Cannot ${action}: ${expected} expected, ${describeType(found)} found`,
      hint,
    );
  }

  #text(node: NodeOf<"text">): Expr | undefined {
    if (node.value.includes("\0")) {
      return this.report(node.span, "invalid_literal", "Cannot use a NUL character in text");
    }
    return param(node.value, TEXT);
  }

  #number(node: NodeOf<"number">): Expr | undefined {
    const literal = parseNumber(node.text, MAX_PRECISION);
    if (literal === undefined || (literal.kind === "decimal" && literal.scale > MAX_SCALE)) {
      return this.report(
        node.span,
        "invalid_literal",
        `Cannot read ${node.text.slice(0, 40)}: the number is too ${/e/i.test(node.text) ? "large" : "long"}`,
      );
    }
    if (literal.kind !== "decimal") return param(literal.value, { type: literal.kind, nullable: false });
    const { precision, scale } = literal;
    return param(literal.value, { type: "decimal", nullable: false, precision, scale });
  }

  #column(node: NodeOf<"column">): Expr | undefined {
    const column = this.scope.get(node.name);
    if (column !== undefined) return { kind: "column", id: column.id, type: column.type };
    const suggestion = closestName(node.name.trim(), this.scope.keys());
    return this.report(
      node.span,
      "unknown_column",
      `Cannot find column [${node.name}]`,
      suggestion === undefined ? undefined : `Did you mean [${suggestion}]?`,
    );
  }

  #bare(node: NodeOf<"bare">): undefined {
    const signature = findFunction(node.name)?.signature;
    if (signature !== undefined && !this.scope.has(node.name)) {
      const name = node.name.toUpperCase();
      return this.report(
        node.span,
        "unknown_name",
        `Cannot use ${name} alone: a function takes parentheses`,
        `Write ${signature}.`,
      );
    }
    const column = this.scope.has(node.name) ? node.name : closestName(node.name, this.scope.keys());
    return this.report(
      node.span,
      "unknown_name",
      `Cannot read ${node.name}: columns stand in brackets, functions take parentheses`,
      column === undefined ? undefined : `Did you mean [${column}]?`,
    );
  }

  #unary(node: NodeOf<"unary">): Expr | undefined {
    const operand = this.check(node.operand);
    if (operand === undefined) return undefined;
    if (node.operator === "NOT") {
      const condition = this.#condition(operand, node.operand.span, "apply NOT");
      return condition && call("not", [condition]);
    }
    if (isNull(operand)) return operand;
    if (!isNumeric(operand.type)) return this.mismatch(node.operand.span, "negate", "a number", operand.type);
    return call("negate", [operand]);
  }

  #condition(expr: Expr, span: Span, action: string): Expr | undefined {
    if (isNull(expr)) return castExpr(expr, { type: "boolean", nullable: true });
    if (expr.type.type !== "boolean") {
      return this.mismatch(span, action, "boolean", expr.type, "Compare it first.");
    }
    return expr;
  }

  #chain(node: NodeOf<"chain">): Expr | undefined {
    const items = node.items.map((item) => this.check(item));
    if (node.operator === "&") {
      return items.includes(undefined)
        ? undefined
        : call("concat", items.filter((item) => item !== undefined));
    }
    const conditions = items.map((item, index) =>
      item && this.#condition(item, node.items[index]?.span ?? node.span, `apply ${node.operator}`)
    );
    const sound = conditions.filter((condition) => condition !== undefined);
    if (sound.length < conditions.length) return undefined;
    return call(node.operator === "AND" ? "and" : "or", sound);
  }

  #binary(node: NodeOf<"binary">): Expr | undefined {
    const [left, right] = [this.check(node.left), this.check(node.right)];
    if (left === undefined || right === undefined) return undefined;
    const comparison = COMPARISONS[node.operator];
    return comparison === undefined
      ? this.#arithmetic(node, left, right)
      : this.compare(comparison, left, right, node.left.span, node.right.span, node.span);
  }

  /** A comparison of two sound sides; with a null literal it is a problem, since it is never true. */
  compare(
    op: ScalarOp,
    left: Expr,
    right: Expr,
    leftSpan: Span,
    rightSpan: Span,
    span: Span,
  ): Expr | undefined {
    if (isNull(left) || isNull(right)) {
      return this.report(
        span,
        "null_comparison",
        "Cannot compare with null: the result is never true",
        op === "ne" ? "Use ISNOTNULL(…)." : "Use ISNULL(…).",
      );
    }
    if (comparable(left.type, right.type)) return call(op, [left, right]);
    // A time is taken as what was meant, whichever side it stands on.
    const [wanted, found, place] = isTime(right.type) && !isTime(left.type)
      ? [right, left, leftSpan]
      : [left, right, rightSpan];
    return this.mismatch(
      place,
      "compare",
      describeType(wanted.type),
      found.type,
      comparisonHint(wanted, found),
    );
  }

  #arithmetic(node: NodeOf<"binary">, left: Expr, right: Expr): Expr | undefined {
    const op = ARITHMETIC[node.operator] ?? "add";
    const sides = [[left, node.left.span], [right, node.right.span]] as const;
    let sound = true;
    for (const [side, span] of sides) {
      if (isNull(side) || isNumeric(side.type)) continue;
      sound = false;
      this.mismatch(
        span,
        `apply ${node.operator}`,
        "a number",
        side.type,
        arithmeticHint(node.operator, side.type),
      );
      if (side.type.type === "string" || isTime(side.type)) break;
    }
    if (!sound) return undefined;
    const other = isNull(left) ? right.type : left.type;
    const numeric: ValueType = isNumeric(other) ? other : { type: "int64", nullable: true };
    return this.bounded(call(op, [asNumber(left, numeric), asNumber(right, numeric)]), node.span);
  }

  /** Refuses a decimal with more places than the stores keep exactly. */
  bounded(expr: Expr, span: Span): Expr | undefined {
    if ((expr.type.scale ?? 0) <= MAX_SCALE) return expr;
    return this.report(
      span,
      "too_many_digits",
      `Cannot compute exactly: ${expr.type.scale} decimal places, at most ${MAX_SCALE} are kept`,
      "Use ROUND(…) or FLOAT(…) on a part of it.",
    );
  }

  #case(node: NodeOf<"case">): Expr | undefined {
    const subject = node.subject && this.check(node.subject);
    const branches: { when: Expr; then: Expr }[] = [];
    let sound = node.subject === undefined || subject !== undefined;
    for (const branch of node.branches) {
      const value = this.check(branch.when);
      const then = this.check(branch.then);
      const span = branch.when.span;
      const when = value === undefined
        ? undefined
        : node.subject === undefined
        ? this.#condition(value, span, "use WHEN")
        : subject && this.compare("eq", subject, value, node.subject.span, span, span);
      if (when === undefined || then === undefined) sound = false;
      else branches.push({ when, then });
    }
    const otherwise = node.otherwise === undefined ? NULL : this.check(node.otherwise);
    if (!sound || otherwise === undefined || branches.length === 0) return undefined;
    const results = [...branches.map((branch) => branch.then), otherwise];
    const spans = [...node.branches.map((branch) => branch.then.span), node.otherwise?.span];
    const context = { span: node.span, report: this.report.bind(this) };
    return agree("CASE", results, spans, context) ? caseExpr(branches, otherwise) : undefined;
  }
}

/** How to write text as the time that it holds. */
export function timeLiteral(expr: Expr): string | undefined {
  if (expr.kind !== "param" || expr.type.type !== "string") return undefined;
  const text = String(expr.value);
  if (parseDate(text) !== undefined) return `Write DATE("${text}").`;
  return parseDatetime(text) === undefined ? 'Write DATE("2024-01-31").' : `Write DATETIME("${text}").`;
}

function comparisonHint(wanted: Expr, found: Expr): string | undefined {
  const types = [wanted.type.type, found.type.type];
  if (isTime(wanted.type)) return timeLiteral(found);
  if (types.includes("boolean")) return "Compare it with true or false.";
  return types.includes("string") ? "Turn the other side into text with TEXT(…)." : undefined;
}

function comparable(left: ValueType, right: ValueType): boolean {
  return left.type === right.type || (isNumeric(left) && isNumeric(right)) || (isTime(left) && isTime(right));
}

function asNumber(expr: Expr, type: ValueType): Expr {
  return isNull(expr) ? castExpr(expr, type) : expr;
}

function arithmeticHint(operator: BinaryOperator, type: ValueType): string | undefined {
  if (type.type === "string" && operator === "+") return "Join text with &.";
  if (isTime(type) && (operator === "+" || operator === "-")) {
    return "Use DATE_ADD(unit, count, time) or DATE_DIFF(unit, from, to).";
  }
  return undefined;
}
