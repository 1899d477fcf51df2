import { failing, functionCall, param, rounded } from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import { direct, type Family, family, number, operation } from "./definition.ts";

const digits = { accepts: "digits", optional: true } as const;
const zero = param("0", { type: "int64", nullable: false });

const round = ([x, places]: readonly Expr[]) => x && functionCall("round", [x, places ?? zero], rounded);
const log = (args: readonly Expr[]) =>
  functionCall(args.length === 1 ? "ln" : "log", args, failing("float64"));

export const math: Family = family("math", [
  ["ABS(number)", [number], direct("abs"), "Size without sign.", "ABS([pnl])"],
  [
    "ROUND(number, [digits])",
    [number, digits],
    round,
    "Rounds half away from zero; negative digits round tens, hundreds…",
    "ROUND([price], 2)",
  ],
  ["CEIL(number)", [number], operation("ceil", rounded), "Next whole number up.", "CEIL([price])"],
  ["FLOOR(number)", [number], operation("floor", rounded), "Next whole number down.", "FLOOR([price])"],
  [
    "MOD(number, divisor)",
    [number, number],
    direct("modulo"),
    "Remainder, with the number's sign.",
    "MOD([id], 10)",
  ],
  ["POWER(base, exponent)", [number, number], direct("power"), "Base to the exponent.", "POWER([rate], 2)"],
  [
    "SQRT(number)",
    [number],
    operation("sqrt", failing("float64")),
    "Square root; null of a negative.",
    "SQRT([variance])",
  ],
  [
    "LOG(number, [base])",
    [number, { accepts: "number", optional: true }],
    log,
    "Natural logarithm, or to a base; null at or below zero.",
    "LOG([price])",
  ],
]);
