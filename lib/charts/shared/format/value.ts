/** The text of a value, written as its column's type asks. */
import type { Column } from "@/compiler/schema/types.ts";
import { isMistakable, quoted } from "../text.ts";
import { padDecimals } from "./decimals.ts";
import { formatNumber, groupDigits, NULL_TEXT, numberText } from "./number.ts";
import { formatTemporal, type TimePrecision } from "./time.ts";

interface ColumnFormat {
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

const NONE = "(none)";
const EMPTY = "(empty)";

/**
 * A category's or a series' name. A missing one is said, not left blank. Different values have different names: a text
 * that would read like another one, or like the name of a missing one, stands in quotes.
 */
export function labelOf(column: Column | undefined, value: unknown): string {
  if (value === null || value === undefined) return NONE;
  const text = formatValue(column, value);
  if (text === "") return EMPTY;
  return text === NONE || text === EMPTY || isMistakable(text) ? quoted(text) : text;
}

/** A column's name: names that a page would show alike are told apart as values are. */
export function nameOf({ name }: Pick<Column, "name">): string {
  return labelOf(undefined, name);
}

/** What tells a value from others of its column. A name is for reading, and may be shortened. */
export function identityOf(value: unknown): string {
  return value === null || value === undefined ? "" : `=${String(value)}`;
}
