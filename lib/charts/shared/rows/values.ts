/** Reading values for geometry. Exact texts stay in the rows; only positions use floats. */
import type { Column } from "@/compiler/schema/types.ts";
import { parseTime } from "../format/time.ts";

/** The float nearest to a stored number; null for null, text and anything not finite. */
export function toNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function isTemporal(column: Column | undefined): boolean {
  return column?.type === "date" || column?.type === "datetime";
}

export function isNumeric(column: Column | undefined): boolean {
  return column?.type === "int64" || column?.type === "float64" || column?.type === "decimal";
}

/** A value's place on an axis: time in milliseconds, a number, or null for what has no place. */
export function toPosition(column: Column | undefined, value: unknown): number | null {
  return isTemporal(column) ? parseTime(value) : toNumber(value);
}
