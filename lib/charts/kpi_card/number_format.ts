/** What `format` of a KPI may say. An unknown one falls back to the automatic choice. */
import {
  formatCompact,
  formatFixed,
  formatNumber,
  formatPercent,
  NULL_TEXT,
  numberText,
} from "../shared/format/number.ts";

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

const PATTERN = /^(\+?)([$€£¥]?)([#0]?,?[#0]*)(?:\.(\d{1,2}))?~?([fdsp%]?)$/;

/**
 * Also takes patterns as spreadsheets and d3 write them: `0,0.00`, `,.2f`, `+,d`, `$,.0f`, `.3s`, `.1%`. Thousands are
 * always grouped: an ungrouped number of eight digits is misread.
 */
export function kpiFormat(format: unknown): (value: unknown) => string {
  if (typeof format !== "string" || format === "") return automatic;
  const known = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (known) return known;
  const pattern = PATTERN.exec(format);
  if (!pattern) return automatic;
  const [, plus, symbol, whole, fraction = "", kind] = pattern;
  const digits = kind === "d" ? 0 : drawsPlaces(whole, fraction, kind) ? fraction.length : Number(fraction);
  const write = kind === "s"
    ? formatCompact
    : kind === "%" || kind === "p"
    ? (value: unknown) => formatPercent(value, digits)
    : (value: unknown) => formatFixed(value, digits);
  return (value) => decorate(write(value), plus === "+", symbol ?? "");
}

/** A spreadsheet draws each place as a zero, `0.00`; d3 gives their number and a letter, `.2f`. */
function drawsPlaces(whole: string | undefined, fraction: string, kind: string | undefined): boolean {
  return /^0+$/.test(fraction) && (kind === "" || (kind === "%" && /[#0]$/.test(whole ?? "")));
}

/** The sign stands before the symbol: -$5.00. */
function decorate(text: string, plus: boolean, symbol: string): string {
  if (text === NULL_TEXT) return text;
  const negative = text.startsWith("-");
  const sign = negative ? "-" : plus && /[1-9]/.test(text) ? "+" : "";
  return sign + symbol + (negative ? text.slice(1) : text);
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
