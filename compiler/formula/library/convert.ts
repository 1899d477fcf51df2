import { castExpr, textOf } from "../../functions/mod.ts";
import type { Expr } from "../../ir/expr.ts";
import type { ValueType } from "../../schema/vocabulary.ts";
import { any, type Family, family, number } from "./definition.ts";

const to = (type: ValueType) => ([x]: readonly Expr[]) =>
  x && castExpr(x, { ...type, nullable: x.type.nullable });
const decimal: ValueType = { type: "decimal", nullable: true, precision: 38, scale: 6 };

export const convert: Family = family("convert", [
  ["TEXT(value)", [any], ([x]) => x && textOf(x), "The value as text; null is empty.", "TEXT([quantity])"],
  [
    "INT(number)",
    [number],
    to({ type: "int64", nullable: true }),
    "Whole part; null where it does not fit.",
    "INT([price])",
  ],
  [
    "FLOAT(number)",
    [number],
    to({ type: "float64", nullable: true }),
    "As a floating-point number.",
    "FLOAT([price])",
  ],
  ["DECIMAL(number)", [number], to(decimal), "As an exact number with six digits.", "DECIMAL([ratio])"],
]);
