/**
 * Rows as RFC 4180 has them: CRLF, a header, quotes where a cell needs them. A cell without a value is empty, a text of no
 * length is `""`. Numbers are written whole, times in ISO 8601 in UTC.
 */
import type { Column } from "@/compiler/schema/types.ts";
import type { JsonValue, Row } from "@/lib/server/stores/types.ts";

/** Without it Excel reads UTF-8 as the code page of the machine. */
const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/**
 * What a spreadsheet computes instead of showing it, also behind spaces and quotes, and in the full-width signs that
 * some take for the plain ones. Behind apostrophes too, so that taking one away always gives the text back.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}"'`\u2018-\u201F]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^'*[\t\r\n]/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^$/;

/** The first line, with what tells a reader that UTF-8 follows. */
export function csvHead(columns: readonly Column[]): string {
  return BYTE_ORDER_MARK + columns.map(({ name }) => textCell(name)).join(",") + LINE_END;
}

/** A line for each row; `columns` decide which cells are text. */
export function csvLines(rows: readonly Row[], columns: readonly Column[]): string {
  const writers = columns.map(({ type }) => type === "string" ? cellOf(textCell) : cellOf(plainCell));
  let lines = "";
  for (const row of rows) {
    lines += writers.map((write, index) => write(row[index] ?? null)).join(",") + LINE_END;
  }
  return lines;
}

type Write<Value> = (value: Value) => string;

function cellOf(write: Write<Exclude<JsonValue, null>>): Write<JsonValue> {
  return (value) => value === null ? "" : write(value);
}

function textCell(value: Exclude<JsonValue, null>): string {
  const text = String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Numbers, truth values and times hold nothing that could be taken for anything else. */
function plainCell(value: Exclude<JsonValue, null>): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
