/** How the cells of one column are written: decided once for the column, so that its figures line up. */
import type { Column } from "@/compiler/schema/types.ts";
import { decimalPlaces } from "./decimals.ts";
import {
  floatDecimals,
  formatFixed,
  formatNumber,
  formatTemporal,
  formatValue,
  NULL_TEXT,
  numberText,
  temporalPrecision,
} from "./format.ts";
import { cleanLabel } from "./text.ts";
import type { GridCell, GridColumn } from "./types.ts";
import { isNumeric, isTemporal } from "./values.ts";

const LONGEST_TEXT = 200;

export function gridColumn(column: Column): GridColumn {
  return {
    name: cleanLabel(column.name),
    unit: column.type === "datetime" ? "UTC" : undefined,
    align: isNumeric(column) ? "end" : "start",
  };
}

export function cellWriter(column: Column, values: readonly unknown[]): (value: unknown) => GridCell {
  if (isNumeric(column)) return numberWriter(column, values);
  if (isTemporal(column)) {
    const precision = column.type === "date" ? "day" : temporalPrecision(values);
    return orNull((value) => ({ text: formatTemporal(String(value), precision) }));
  }
  return orNull((value) => {
    const text = cleanLabel(formatValue(column, value));
    return text.length > LONGEST_TEXT
      ? { text: `${text.slice(0, LONGEST_TEXT).toWellFormed()}…`, full: text }
      : { text };
  });
}

function numberWriter(column: Column, values: readonly unknown[]): (value: unknown) => GridCell {
  if (column.type === "float64") {
    const decimals = floatDecimals(values);
    return orNull((value) => {
      const exact = formatNumber(value);
      const size = Math.abs(Number(value));
      // Where six decimals would leave nothing of a value, or a value has no plain form, its own digits stand.
      const own = size >= 1e15 || (size > 0 && size < 10 ** -decimals);
      const text = own ? exact : formatFixed(value, decimals);
      const rounded = decimalPlaces(exact.replaceAll(",", "")) > decimals && !own;
      return { text, full: rounded ? exact : undefined, negative: Number(value) < 0 };
    });
  }
  let decimals = 0;
  for (const value of values) decimals = Math.max(decimals, decimalPlaces(numberText(value) ?? ""));
  return orNull((value) => ({
    text: formatValue(column, value, { decimals }),
    negative: String(value).startsWith("-"),
  }));
}

function orNull(write: (value: unknown) => GridCell): (value: unknown) => GridCell {
  return (value) => {
    const missing = value === null || value === undefined ||
      (typeof value === "number" && !Number.isFinite(value));
    return missing ? { text: NULL_TEXT, empty: true } : write(value);
  };
}

export function countNoun(count: number, noun: string): string {
  return `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`;
}

export function rowNote(count: number, truncated: boolean): string {
  return truncated ? `First ${countNoun(count, "row")}; there are more` : countNoun(count, "row");
}
