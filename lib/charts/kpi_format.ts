/** What `format` of a KPI may say. An unknown one falls back to the automatic choice. */
import { formatCompact, formatFixed, formatNumber, formatPercent, NULL_TEXT, numberText } from "./format.ts";

const FORMATS: Readonly<Record<string, (value: unknown) => string>> = {
  number: formatNumber,
  integer: (value) => formatFixed(value, 0),
  decimal: (value) => formatFixed(value, 2),
  price: (value) => formatFixed(value, 4),
  compact: formatCompact,
  percent: (value) => formatPercent(value, 2),
  percentage: (value) => formatPercent(value, 2),
  basis_points: (value) => basisPoints(value),
  bps: (value) => basisPoints(value),
};

/** `value` is a count of basis points already, as spread columns are. */
function basisPoints(value: unknown): string {
  const text = formatFixed(value, 1);
  return text === NULL_TEXT ? text : `${text} bps`;
}

/** Also takes a pattern such as `0,0.00` or `,.2f`, of which the decimals count, and `%` for percent. */
export function kpiFormat(format: unknown): (value: unknown) => string {
  if (typeof format !== "string" || format === "") return automatic;
  const known = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (known) return known;
  const pattern = /^[#0,]*(?:\.(0+)|\.(\d{1,2})f?)?(%?)$/.exec(format);
  if (!pattern) return automatic;
  const digits = pattern[1]?.length ?? Number(pattern[2] ?? 0);
  return pattern[3] === "%" ? (value) => formatPercent(value, digits) : (value) => formatFixed(value, digits);
}

/** Whole numbers in full; others with two decimals, or four significant digits when they are small. */
function automatic(value: unknown): string {
  const text = numberText(value);
  if (text === null) return NULL_TEXT;
  const size = Math.abs(Number(text));
  if (!text.includes(".") && !text.includes("e")) return formatNumber(text);
  if (size >= 1e15) return formatCompact(text);
  if (size >= 1 || size === 0) return formatFixed(text, 2);
  if (size < 1e-9) return formatCompact(text);
  return formatFixed(text, 3 - Math.floor(Math.log10(size))).replace(/(\.\d{2}\d*?)0+$/, "$1");
}
