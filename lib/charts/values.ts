/** Reading rows for geometry. Exact texts stay in the rows; only positions use floats. */
import type { Column } from "@/compiler/schema/types.ts";
import { formatValue } from "./format.ts";
import { cleanLabel } from "./text.ts";
import { parseTime } from "./time_format.ts";
import type { ChartInput, Config, EmptyPicture } from "./types.ts";

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

/** A category's or a series' name. A missing one is said, not left blank. */
export function labelOf(column: Column | undefined, value: unknown): string {
  if (value === null || value === undefined) return "(none)";
  const text = cleanLabel(formatValue(column, value));
  return text === "" ? "(empty)" : text;
}

export function textOption(config: Config, key: string): string | undefined {
  const value = config[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function listOption(config: Config, key: string): readonly string[] {
  const value = config[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export function empty(message: string, hint?: string): EmptyPicture {
  return { kind: "empty", message, hint };
}

/** The picture for a result without rows, or without the columns a chart needs; null when there is enough to draw. */
export function unfit({ rows, columns }: ChartInput, leastColumns = 1): EmptyPicture | null {
  if (rows.length === 0) return empty("No rows", "Nothing matches the current filters.");
  if (columns.length >= leastColumns) return null;
  return empty(
    "Nothing to draw",
    `This chart needs ${leastColumns} columns; the result has ${columns.length}.`,
  );
}

/** The picture for rows in which nothing to draw is a number. */
export function noValues(names: readonly string[]): EmptyPicture {
  return empty("Nothing to draw", `There is no number in ${names.map(cleanLabel).join(", ")}.`);
}
