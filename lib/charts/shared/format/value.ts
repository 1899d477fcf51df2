/** The text of a value, written as its column's type asks. */
import type { Column } from "@/compiler/schema/types.ts";
import { cleanLabel } from "../text.ts";
import { padDecimals } from "./decimals.ts";
import { formatNumber, groupDigits, NULL_TEXT, numberText } from "./number.ts";
import { formatTemporal, type TimePrecision } from "./time.ts";

export interface ColumnFormat {
  readonly time?: TimePrecision;
  /** Decimals to pad to, so that points line up down a column. */
  readonly decimals?: number;
}

/** The text of a value of a column, every digit kept. */
export function formatValue(column: Column | undefined, value: unknown, format: ColumnFormat = {}): string {
  if (value === null || value === undefined) return NULL_TEXT;
  switch (column?.type) {
    case "int64":
    case "float64":
      return formatNumber(value);
    case "decimal": {
      const text = numberText(value);
      return text === null ? NULL_TEXT : groupDigits(padDecimals(text, format.decimals ?? 0));
    }
    case "date":
    case "datetime":
      return formatTemporal(String(value), format.time ?? (column.type === "date" ? "day" : undefined));
    case "boolean":
      return value ? "true" : "false";
    default:
      return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
}

/** A category's or a series' name. A missing one is said, not left blank. */
export function labelOf(column: Column | undefined, value: unknown): string {
  if (value === null || value === undefined) return "(none)";
  const text = cleanLabel(formatValue(column, value));
  return text === "" ? "(empty)" : text;
}
