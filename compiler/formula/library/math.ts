import { failing, functionCall, param, rounded } from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import { direct, family, type Help, number, operation } from "./definition.ts";

const digits = { accepts: "digits", optional: true } as const;
const zero = param("0", { type: "int64", nullable: false });

const round = ([x, places]: readonly Expr[]) => x && functionCall("round", [x, places ?? zero], rounded);
const truncated = ([x, places]: readonly Expr[]) =>
  x && functionCall("trunc", [x, places ?? zero], () => ({ ...x.type, nullable: true }));
const log = (args: readonly Expr[]) =>
  functionCall(args.length === 1 ? "ln" : "log", args, failing("float64"));

export const math = family("math", [
  ["ABS(number)", [number], direct("abs")],
  [
    "ROUND(number, [digits])",
    [number, digits],
    round,
  ],
  [
    "TRUNC(number, [digits])",
    [number, digits],
    truncated,
  ],
  ["CEIL(number)", [number], operation("ceil", rounded)],
  ["FLOOR(number)", [number], operation("floor", rounded)],
  [
    "MOD(number, divisor)",
    [number, number],
    direct("modulo"),
  ],
  ["POWER(base, exponent)", [number, number], direct("power")],
  [
    "SQRT(number)",
    [number],
    operation("sqrt", failing("float64")),
  ],
  [
    "LOG(number, [base])",
    [number, { accepts: "number", optional: true }],
    log,
  ],
  ["LN(number)", [number], (args) => log(args)],
  [
    "LOG10(number)",
    [number],
    operation("log10", failing("float64")),
  ],
  [
    "EXP(number)",
    [number],
    operation("exp", failing("float64")),
  ],
  [
    "SIGN(number)",
    [number],
    operation("sign", failing("int64")),
  ],
]);

export const mathHelp: Help<typeof math> = {
  ABS: ["Size without sign.", "ABS([pnl])"],
  ROUND: ["Rounds half away from zero; negative digits round tens, hundreds…", "ROUND([price], 2)"],
  TRUNC: ["Drops digits, toward zero; negative digits drop ones, tens…", "TRUNC([price], 2)"],
  CEIL: ["Next whole number up.", "CEIL([price])"],
  FLOOR: ["Next whole number down.", "FLOOR([price])"],
  MOD: ["Remainder, with the number's sign.", "MOD([id], 10)"],
  POWER: ["Base to the exponent.", "POWER([rate], 2)"],
  SQRT: ["Square root; null of a negative.", "SQRT([variance])"],
  LOG: ["Natural logarithm, or to a base; null at or below zero.", "LOG([price])"],
  LN: ["Natural logarithm; null at or below zero.", "LN([price])"],
  LOG10: ["Logarithm to base 10; null at or below zero.", "LOG10([price])"],
  EXP: ["The number e to that power; null where it is too large.", "EXP([return])"],
  SIGN: ["-1 below zero, 0 at zero, 1 above.", "SIGN([pnl])"],
};
