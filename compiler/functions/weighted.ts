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

/** Places after the point of a percentage's hundredth that count; more tell nothing apart. */
const SHARE_SCALE = 20;

/** The value below which `percent` of the values lie, from 0 to 100. Of exact numbers the share is exact too. */
export function percentile(value: Expr, percent: number, where?: Expr): Expr {
  const share = value.type.type === "float64"
    ? param(percent / 100, valueType("float64", false))
    : exactShare(percent);
  return aggregate("percentile", [value, share], where === undefined ? {} : { where });
}

/** A hundredth of a number's shortest decimal form. */
function exactShare(percent: number): Expr {
  const [mantissa = "0", exponent = "0"] = String(percent).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent) + 2;
  const digits = (whole + fraction).padStart(places + 1, "0");
  const end = digits.length - places;
  const after = digits.slice(end, end + SHARE_SCALE).replace(/0+$/, "");
  const text = after === "" ? digits.slice(0, end) : `${digits.slice(0, end)}.${after}`;
  return param(text, decimalType(after.length + 1, after.length, false));
}

/** sum(x·w) / sum(w) over the rows that have both; products of exact numbers are exact. */
export function weightedAverage(value: Expr, weight: Expr, where?: Expr): Expr {
  const only = (condition: Expr | undefined) => condition === undefined ? {} : { where: condition };
  const product = aggregate("sum", [productOf(value, weight)], only(where));
  const known = value.type.nullable ? call("is_not_null", [value]) : undefined;
  const total = aggregate("sum", [weight], only(allOf([where, known])));
  const isExact = [product, total].every(({ type }) => type.type === "decimal");
  return call(isExact ? "exact_ratio" : "divide", [roomy(product), total]);
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
