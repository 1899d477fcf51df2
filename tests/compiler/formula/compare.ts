/** Evaluated values in the form that the engines' answers have, and when two answers are the same. */
import type { ValueType } from "@/compiler/schema/types.ts";
import type { Cell } from "../dialects/engines.ts";
import { decimalText } from "./evaluator/decimal.ts";
import { text, type Value } from "./evaluator/evaluate.ts";

export function cellOf(value: Value, type: ValueType): Cell {
  if (value === null) return null;
  if (typeof value === "object") return decimalText(value);
  if (type.type === "float64") return Number.isFinite(Number(value)) ? Number(value) : null;
  if (type.type === "boolean") return value === true;
  if (type.type === "datetime") {
    return new Date(Number(value)).toISOString().replace("T", " ").replace("Z", "");
  }
  return text(value, type);
}

/** Floating point may differ in the last digits. */
export function sameCell(left: Cell | undefined, right: Cell | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== "number" || typeof right !== "number") return false;
  return Math.abs(left - right) <= 1e-11 * Math.max(Math.abs(left), Math.abs(right));
}
