/** Aggregates that are made of others, so that every store computes them alike. */
import type { Expr } from "../ir/expr.ts";
import { aggregate, allOf, call, castExpr, param } from "./calls.ts";
import {
  decimalShapeOf,
  decimalType,
  MAX_PRECISION,
  MAX_SCALE,
  multiplyMayOverflow,
  multiplyShape,
  valueType,
} from "./value_types.ts";

/** The value below which `percent` of the values lie, from 0 to 100. */
export function percentile(value: Expr, percent: number, where?: Expr): Expr {
  const share = param(percent / 100, valueType("float64", false));
  return aggregate("percentile", [value, share], where === undefined ? {} : { where });
}

/** sum(x·w) / sum(w) over the rows that have both; products of exact numbers are exact. */
export function weightedAverage(value: Expr, weight: Expr, where?: Expr): Expr {
  const only = (condition: Expr | undefined) => condition === undefined ? {} : { where: condition };
  const product = aggregate("sum", [productOf(value, weight)], only(where));
  const known = value.type.nullable ? call("is_not_null", [value]) : undefined;
  const total = aggregate("sum", [weight], only(allOf([where, known])));
  return call("divide", [roomy(product), total]);
}

function productOf(value: Expr, weight: Expr): Expr {
  const left = decimalShapeOf(value.type);
  const right = decimalShapeOf(weight.type);
  const isFloat = [value, weight].some(({ type }) => type.type === "float64") ||
    multiplyMayOverflow(left, right) || multiplyShape(left, right).scale > MAX_SCALE;
  const ready = [value, weight].map((each) =>
    isFloat
      ? castExpr(each, valueType("float64", each.type.nullable))
      : each.type.type === "int64"
      ? castExpr(each, decimalType(decimalShapeOf(each.type).precision, 0, each.type.nullable))
      : each
  );
  return call("multiply", ready);
}

/** A sum of products needs more digits than a sum of what is shown. */
function roomy<E extends Expr>(sum: E): E {
  const { type } = sum;
  if (type.type !== "decimal") return sum;
  return { ...sum, type: decimalType(MAX_PRECISION, decimalShapeOf(type).scale, true) };
}
