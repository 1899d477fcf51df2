/** Typed constructors: each computes the result type, so no caller writes one by hand. */
import type { AggregateOp, CallExpr, Expr, ExprOf, ScalarValue, SortKey } from "../ir/expr.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { readPattern } from "./patterns.ts";
import { type CallExtra, type CoreOp, type FormulaOp, resultType, RULES, type TypeRule } from "./rules.ts";
import { commonType, commonTypeOf, isNullLiteral, sameType } from "./value_types.ts";

/** Operations whose arguments meet in one type before they are computed. */
const UNIFIED: ReadonlySet<CoreOp> = new Set(["eq", "ne", "lt", "le", "gt", "ge", "coalesce", "nullif"]);

/** A value to group or join by. */
export function keyOf(value: Expr): Expr {
  const isKey = value.kind === "call" && value.op === "key";
  return value.type.type === "float64" && !isKey ? call("key", [value]) : value;
}

/** A call with its result type computed; arguments of comparisons and COALESCE are brought to one type. */
export function call(op: CoreOp, args: readonly Expr[], extra: CallExtra = {}): CallExpr {
  const ready = prepared(op, args);
  return {
    kind: "call",
    op,
    args: ready,
    type: RULES[op](ready, extra),
    ...(extra.unit === undefined ? {} : { unit: extra.unit }),
    ...(extra.size === undefined ? {} : { size: extra.size }),
  };
}

/** A call of an operation that one function of a formula has to itself, with the rule of its result type. */
export function functionCall(
  op: FormulaOp,
  args: readonly Expr[],
  rule: TypeRule,
  { format }: Pick<CallExtra, "format"> = {},
): CallExpr {
  return { kind: "call", op, args, type: rule(args, {}), ...(format === undefined ? {} : { format }) };
}

function prepared(op: CoreOp, args: readonly Expr[]): readonly Expr[] {
  if (UNIFIED.has(op)) return unify(args);
  if (op === "concat") return args.map(textOf);
  return op === "matches" ? args.map((arg, index) => (index === 1 ? commonPattern(arg) : arg)) : args;
}

/** The pattern as every engine spells it, where there is such a spelling. */
function commonPattern(pattern: Expr): Expr {
  if (pattern.kind !== "param" || typeof pattern.value !== "string") return pattern;
  const read = readPattern(pattern.value);
  return read.ok && read.common !== undefined ? param(read.common, pattern.type) : pattern;
}

/** True where every condition is; undefined where there is none. */
export function allOf(conditions: readonly (Expr | undefined)[]): Expr | undefined {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length > 1 ? call("and", present) : present[0];
}

/** Converts to a type, null where a value does not fit; the expression itself when it already has that type. */
export function castExpr(expr: Expr, type: ValueType): Expr {
  if (isNullLiteral(expr)) return param(null, type);
  if (sameType(expr.type, type)) return expr;
  if (expr.kind === "param" && expr.type.type === "int64" && type.type === "decimal") {
    return param(expr.value, type);
  }
  const widens = commonType(expr.type, type);
  const lossless = widens !== undefined && sameType(widens, { ...type, nullable: false });
  return {
    kind: "call",
    op: "cast",
    args: [expr],
    type: { ...type, nullable: lossless ? expr.type.nullable : true },
  };
}

/** Text by the one rule, for any type. */
export function textOf(expr: Expr): Expr {
  return expr.type.type === "string" ? expr : call("to_text", [expr]);
}

/** Brings expressions to their common type; left as they are where there is none. */
export function unify(exprs: readonly Expr[]): readonly Expr[] {
  const type = commonTypeOf(exprs);
  if (type === undefined) return exprs;
  return exprs.map((expr) => castExpr(expr, { ...type, nullable: expr.type.nullable }));
}

export function param(value: ScalarValue, type: ValueType): ExprOf<"param"> {
  return { kind: "param", value, type: { ...type, nullable: value === null } };
}

export function caseExpr(
  branches: readonly { readonly when: Expr; readonly then: Expr }[],
  otherwise: Expr,
): ExprOf<"case"> {
  const results = unify([...branches.map((branch) => branch.then), otherwise]);
  const type = commonTypeOf(results) ?? otherwise.type;
  return {
    kind: "case",
    branches: branches.map((branch, index) => ({ when: branch.when, then: results[index] ?? branch.then })),
    otherwise: results[branches.length] ?? otherwise,
    type: { ...type, nullable: results.some((result) => result.type.nullable) },
  };
}

export interface AggregateExtra {
  readonly orderBy?: readonly SortKey[];
  readonly where?: Expr;
}

export function aggregate(
  op: AggregateOp,
  args: readonly Expr[],
  extra: AggregateExtra = {},
): ExprOf<"aggregate"> {
  return {
    kind: "aggregate",
    op,
    args,
    orderBy: extra.orderBy ?? [],
    ...(extra.where === undefined ? {} : { where: extra.where }),
    type: resultType(op, args[0]?.type),
  };
}

export type WindowParts = Omit<ExprOf<"window">, "kind" | "type">;

/** Partitions by floating point put zeros of both signs together, and all that is no number. */
export function windowCall(parts: WindowParts): ExprOf<"window"> {
  const partitionBy = parts.partitionBy.map(keyOf);
  return { kind: "window", ...parts, partitionBy, type: resultType(parts.op, parts.args[0]?.type) };
}
