/** How the cells of one column are written: decided once for the column, so that its figures line up. */
import type { Column } from "@/compiler/schema/types.ts";
import type { GridCell, GridColumn } from "../types.ts";
import { decimalPlaces } from "./format/decimals.ts";
import { formatFixed, formatNumber, NULL_TEXT, numberText } from "./format/number.ts";
import { formatTemporal, temporalPrecision } from "./format/time.ts";
import { formatValue, nameOf } from "./format/value.ts";
import { isNumeric, isTemporal } from "./rows/values.ts";
import { cleanLabel, isMistakable, quoted } from "./text.ts";

const LONGEST_TEXT = 200;
const FLOAT_DECIMALS = 6;

type CellWriter = (value: unknown) => GridCell;

export function gridColumn(column: Column): GridColumn {
  return {
    name: nameOf(column),
    unit: column.type === "datetime" ? "UTC" : undefined,
    align: isNumeric(column) ? "end" : "start",
  };
}

/** Writes any value of a column, after a look at all of its values. */
export function cellWriter(column: Column, values: readonly unknown[]): CellWriter {
  if (column.type === "float64") return floatWriter(values);
  if (isNumeric(column)) return exactWriter(column, values);
  if (isTemporal(column)) {
    const precision = column.type === "date" ? "day" : temporalPrecision(values);
    return orNull((value) => ({ text: formatTemporal(String(value), precision) }));
  }
  const alike = textsAlike(values);
  return orNull((value) => {
    const whole = formatValue(column, value);
    const clean = cleanLabel(whole);
    const text = alike.has(clean) && isMistakable(whole) ? quoted(whole) : clean;
    return text.length > LONGEST_TEXT
      ? { text: `${text.slice(0, LONGEST_TEXT).toWellFormed()}…`, full: text }
      : { text };
  });
}

/** Texts that different values of a column would be shown as: these differ in spaces or in what nobody sees. */
function textsAlike(values: readonly unknown[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const alike = new Set<string>();
  for (const value of values) {
    if (typeof value !== "string") continue;
    const text = cleanLabel(value);
    const seen = first.get(text);
    if (seen === undefined) first.set(text, value);
    else if (seen !== value) alike.add(text);
  }
  return alike;
}

function floatWriter(values: readonly unknown[]): CellWriter {
  const decimals = Math.min(mostDecimals(values), FLOAT_DECIMALS);
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

function exactWriter(column: Column, values: readonly unknown[]): CellWriter {
  const decimals = mostDecimals(values);
  return orNull((value) => ({
    text: formatValue(column, value, { decimals }),
    negative: String(value).startsWith("-"),
  }));
}

function mostDecimals(values: readonly unknown[]): number {
  return values.reduce<number>((most, value) => Math.max(most, decimalPlaces(numberText(value) ?? "")), 0);
}

function orNull(write: CellWriter): CellWriter {
  return (value) => {
    const missing = value === null || value === undefined ||
      (typeof value === "number" && !Number.isFinite(value));
    return missing ? { text: NULL_TEXT, empty: true } : write(value);
  };
}
