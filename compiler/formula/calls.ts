/** Checks one call of a function: its name, how many arguments, their types, and whether its level is allowed. */
import { castExpr, describeType, isNullLiteral, isNumeric, isTime } from "../functions/mod.ts";
import { type Expr, TIME_UNITS, type TimeUnit } from "../ir/expr.ts";
import type { Span, TypeName } from "../schema/vocabulary.ts";
import type { FormulaNode, NodeOf } from "./ast.ts";
import { type Checking, timeLiteral } from "./checking.ts";
import type { Accepts, FunctionDefinition, Parameter } from "./library/definition.ts";
import { findFunction, functions, OTHER_NAMES } from "./library/mod.ts";
import { closestName } from "../schema/closest_name.ts";

const MAX_DIGITS = 60;
const MOST_SCALE = 38;

export function checkCall(checking: Checking, node: NodeOf<"call">): Expr | undefined {
  const definition = findFunction(node.name);
  if (definition === undefined) {
    for (const arg of node.args) checking.check(arg);
    const name = node.name.toUpperCase();
    const suggestion = OTHER_NAMES[name] ?? closestName(name, functions.map((each) => each.name));
    return checking.report(
      node.nameSpan,
      "unknown_function",
      `Cannot find function ${name}`,
      suggestion && `Did you mean ${suggestion}?`,
    );
  }
  const counted = countFits(checking, node, definition);
  const allowed = levelAllowed(checking, node, definition);
  let unit: TimeUnit = "day";
  const args: Expr[] = [];
  const spans: Span[] = [];
  let sound = counted && allowed;
  node.args.forEach((arg, index) => {
    const parameter = parameterAt(definition, index);
    if (parameter?.accepts === "unit") {
      const found = unitOf(checking, arg);
      if (found === undefined) sound = false;
      else unit = found;
      return;
    }
    const expr = checking.check(arg);
    const fitting = expr && parameter ? fit(checking, definition, parameter.accepts, expr, arg) : undefined;
    if (fitting === undefined) sound = false;
    else {
      args.push(fitting);
      spans.push(arg.span);
    }
  });
  if (!sound) return undefined;
  const { orderBy = [], partitionBy = [] } = checking.options;
  const report = checking.report.bind(checking);
  const expr = definition.lower(args, { unit, orderBy, partitionBy, span: node.span, report }, spans);
  return expr && checking.bounded(expr, node.span);
}

function parameterAt(definition: FunctionDefinition, index: number): Parameter | undefined {
  const { parameters } = definition;
  const last = parameters[parameters.length - 1];
  return parameters[index] ?? (last?.repeats ? last : undefined);
}

function countFits(checking: Checking, node: NodeOf<"call">, definition: FunctionDefinition): boolean {
  const { parameters } = definition;
  const least = parameters.filter((parameter) => !parameter.optional).length;
  const most = parameters.some((parameter) => parameter.repeats) ? Infinity : parameters.length;
  const count = node.args.length;
  if (count >= least && count <= most) return true;
  const wanted = most === Infinity
    ? `at least ${least}`
    : least === most
    ? `${least}`
    : `${least} to ${most}`;
  checking.report(
    node.span,
    "wrong_arguments",
    `Cannot call ${definition.name} with ${count} argument${count === 1 ? "" : "s"}: ${wanted} expected`,
    definition.signature,
  );
  return false;
}

function levelAllowed(checking: Checking, node: NodeOf<"call">, definition: FunctionDefinition): boolean {
  const { allow = "scalar", orderBy = [] } = checking.options;
  const { level } = definition;
  if (level === "scalar" || (level === allow && (level !== "window" || orderBy.length > 0))) return true;
  if (level === allow) {
    const hint = "Sort the rows first, or use a Window node.";
    checking.report(
      node.nameSpan,
      "order_needed",
      `Cannot use ${definition.name}: no order is defined here`,
      hint,
    );
    return false;
  }
  const [reason, hint] = level === "aggregate"
    ? ["it looks at several rows, a formula at one", "Use a Group by node."]
    : ["a group has no order", "Use a Window node after it."];
  checking.report(node.nameSpan, "wrong_level", `Cannot use ${definition.name} here: ${reason}`, hint);
  return false;
}

function unitOf(checking: Checking, arg: FormulaNode): TimeUnit | undefined {
  const name = arg.kind === "text" ? arg.value : arg.kind === "bare" ? arg.name : undefined;
  const given = name?.trim().toLowerCase().replace(/s$/, "");
  const unit = TIME_UNITS.find((each) => each === given);
  if (unit !== undefined && arg.kind === "text") return unit;
  if (arg.kind === "missing") return undefined;
  const suggestion = given === undefined ? undefined : unit ?? closestName(given, TIME_UNITS);
  return checking.report(
    arg.span,
    "wrong_unit",
    arg.kind === "text"
      ? `Cannot use "${arg.value.slice(0, 30)}" as a unit`
      : "Cannot read the unit: a word in quotes expected",
    suggestion === undefined ? `One of "${TIME_UNITS.join('", "')}".` : `Did you mean "${suggestion}"?`,
  );
}

const EXPECTED: Readonly<Record<Accepts, string>> = {
  number: "a number",
  integer: "a whole number",
  digits: `a written whole number from -${MAX_DIGITS} to ${MAX_DIGITS}`,
  scale: `a written whole number from 0 to ${MOST_SCALE}`,
  percent: "a written number from 0 to 100",
  text: "text",
  text_or_number: "text or a number",
  text_or_datetime: "text or a datetime",
  literal: "text in quotes",
  time: "a date or datetime",
  boolean: "boolean",
  any: "a value",
  unit: "a unit",
};

/** What a null literal becomes where a type is wanted. */
const NULL_TYPE: Readonly<Partial<Record<Accepts, TypeName>>> = {
  number: "int64",
  integer: "int64",
  text: "string",
  text_or_number: "string",
  text_or_datetime: "string",
  time: "datetime",
  boolean: "boolean",
};

function fit(
  checking: Checking,
  definition: FunctionDefinition,
  accepts: Accepts,
  expr: Expr,
  arg: FormulaNode,
): Expr | undefined {
  if (isNullLiteral(expr)) {
    const type = NULL_TYPE[accepts];
    if (type !== undefined) return castExpr(expr, { type, nullable: true });
    if (accepts === "any") return expr;
  } else if (accepted(accepts, expr)) return expr;
  const isWritten = accepts === "digits" || accepts === "scale" || accepts === "percent";
  const written = isWritten && arg.kind === "number" ? arg.text.slice(0, 30) : undefined;
  const found = isNullLiteral(expr) ? "null" : written ?? describeType(expr.type);
  return checking.report(
    arg.span,
    "wrong_type",
    `Cannot call ${definition.name}: ${EXPECTED[accepts]} expected, ${found} found`,
    accepts === "text"
      ? "Turn it into text with TEXT(…)."
      : (accepts === "time" && timeLiteral(expr)) || definition.signature,
  );
}

function accepted(accepts: Accepts, expr: Expr): boolean {
  switch (accepts) {
    case "number":
      return isNumeric(expr.type);
    case "integer":
      return expr.type.type === "int64";
    case "digits":
      return expr.kind === "param" && expr.type.type === "int64" &&
        Math.abs(Number(expr.value)) <= MAX_DIGITS;
    case "scale":
      return expr.kind === "param" && expr.type.type === "int64" && Number(expr.value) >= 0 &&
        Number(expr.value) <= MOST_SCALE;
    case "percent":
      return expr.kind === "param" && isNumeric(expr.type) && Number(expr.value) >= 0 &&
        Number(expr.value) <= 100;
    case "text":
      return expr.type.type === "string";
    case "text_or_number":
      return expr.type.type === "string" || isNumeric(expr.type);
    case "text_or_datetime":
      return expr.type.type === "string" || expr.type.type === "datetime";
    case "literal":
      return expr.kind === "param" && expr.type.type === "string";
    case "time":
      return isTime(expr.type);
    case "boolean":
      return expr.type.type === "boolean";
    case "any":
      return true;
    case "unit":
      return false;
  }
}
