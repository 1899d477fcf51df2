/** Operators of formulas: which types they take, and what they make of them. */
import {
  call,
  castExpr,
  type CoreOp,
  describeType,
  isNullLiteral,
  isNumeric,
  isTime,
} from "../functions/mod.ts";
import type { Expr } from "../ir/expr.ts";
import type { Span, ValueType } from "../schema/vocabulary.ts";
import type { BinaryOperator, NodeOf } from "./ast.ts";
import { type Checking, timeLiteral } from "./checking.ts";

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, CoreOp>>> = {
  "=": "eq",
  "<>": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
};
const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, CoreOp>>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "modulo",
  "^": "power",
};

export function checkUnary(checking: Checking, node: NodeOf<"unary">): Expr | undefined {
  const operand = checking.check(node.operand);
  if (operand === undefined) return undefined;
  if (node.operator === "NOT") {
    const condition = checking.condition(operand, node.operand.span, "apply NOT");
    return condition && call("not", [condition]);
  }
  if (isNullLiteral(operand)) return operand;
  if (!isNumeric(operand.type)) {
    return checking.mismatch(node.operand.span, "negate", "a number", operand.type);
  }
  return call("negate", [operand]);
}

export function checkChain(checking: Checking, node: NodeOf<"chain">): Expr | undefined {
  const items = node.items.map((item) => checking.check(item));
  if (node.operator === "&") {
    return items.includes(undefined) ? undefined : call("concat", items.filter((item) => item !== undefined));
  }
  const conditions = items.map((item, index) =>
    item && checking.condition(item, node.items[index]?.span ?? node.span, `apply ${node.operator}`)
  );
  const sound = conditions.filter((condition) => condition !== undefined);
  if (sound.length < conditions.length) return undefined;
  return call(node.operator === "AND" ? "and" : "or", sound);
}

export function checkBinary(checking: Checking, node: NodeOf<"binary">): Expr | undefined {
  const [left, right] = [checking.check(node.left), checking.check(node.right)];
  if (left === undefined || right === undefined) return undefined;
  const comparison = COMPARISONS[node.operator];
  return comparison === undefined
    ? arithmetic(checking, node, left, right)
    : compare(checking, comparison, left, right, node.left.span, node.right.span, node.span);
}

/** A comparison of two sound sides; with a null literal it is a problem, since it is never true. */
export function compare(
  checking: Checking,
  op: CoreOp,
  left: Expr,
  right: Expr,
  leftSpan: Span,
  rightSpan: Span,
  span: Span,
): Expr | undefined {
  if (isNullLiteral(left) || isNullLiteral(right)) {
    return checking.report(
      span,
      "null_comparison",
      "Cannot compare with null: the result is never true",
      op === "ne" ? "Use ISNOTNULL(…)." : "Use ISNULL(…).",
    );
  }
  if (comparable(left.type, right.type)) return call(op, [left, right]);
  // Where one side is a time, the other is reported as the wrong one.
  const [wanted, found, place] = isTime(right.type) && !isTime(left.type)
    ? [right, left, leftSpan]
    : [left, right, rightSpan];
  return checking.mismatch(
    place,
    "compare",
    describeType(wanted.type),
    found.type,
    comparisonHint(wanted, found),
  );
}

function arithmetic(checking: Checking, node: NodeOf<"binary">, left: Expr, right: Expr): Expr | undefined {
  const op = ARITHMETIC[node.operator] ?? "add";
  const sides = [[left, node.left.span], [right, node.right.span]] as const;
  let sound = true;
  for (const [side, span] of sides) {
    if (isNullLiteral(side) || isNumeric(side.type)) continue;
    sound = false;
    checking.mismatch(
      span,
      `apply ${node.operator}`,
      "a number",
      side.type,
      arithmeticHint(node.operator, side.type),
    );
    if (side.type.type === "string" || isTime(side.type)) break;
  }
  if (!sound) return undefined;
  const other = isNullLiteral(left) ? right.type : left.type;
  const numeric: ValueType = isNumeric(other) ? other : { type: "int64", nullable: true };
  return checking.bounded(call(op, [asNumber(left, numeric), asNumber(right, numeric)]), node.span);
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
  return isNullLiteral(expr) ? castExpr(expr, type) : expr;
}

function arithmeticHint(operator: BinaryOperator, type: ValueType): string | undefined {
  if (type.type === "string" && operator === "+") return "Join text with &.";
  if (isTime(type) && (operator === "+" || operator === "-")) {
    return "Use DATE_ADD(unit, count, time) or DATE_DIFF(unit, from, to).";
  }
  return undefined;
}
