/** What a downloaded file is called: what it shows, under which filters, and when it was read. */
import type { DashboardFilter, FilterReport, TimeRange } from "@/compiler/schema/types.ts";
import type { AskedFilters } from "@/lib/server/query/filters.ts";

interface NamedFile {
  readonly title: string;
  readonly asked: AskedFilters;
  /** What became of the filters: only those that took effect are named as such. */
  readonly report: FilterReport;
  /** How many values pivots have beyond those that became columns. */
  readonly omitted: number;
  readonly atMs: number;
}

/** File systems take 255 bytes; a browser may add a number of its own. */
const LONGEST_BYTES = 200;
const LONGEST_TITLE = 80;
const LONGEST_VALUE = 40;
const MOST_VALUES = 3;

/** Only letters, digits, points, dashes and the parts' underscores. Never longer than file systems take. */
export function fileName({ title, asked, report, omitted, atMs }: NamedFile): string {
  const moment = `${new Date(atMs).toISOString().slice(0, 16).replace(":", "")}Z.csv`;
  const parts = [
    ...asked.filters.filter((filter) => isApplied(filter, report)).map(filterPart),
    ...(asked.range && isApplied({ column: "range", operator: "range" }, report)
      ? [rangePart(asked.range)]
      : []),
    ...report.ignored.map(({ column }) => `without-${word(column)}`),
    ...(omitted > 0 ? [`${omitted}-values-left-out`] : []),
  ];
  const named = [cut(word(title).toLowerCase(), LONGEST_TITLE) || "export"];
  for (const [at, part] of parts.entries()) {
    const more = `and-${parts.length - at}-more`;
    const fits = bytes([...named, part, more, moment].join("_")) <= LONGEST_BYTES;
    named.push(fits ? part : more);
    if (!fits) break;
  }
  return [...named, moment].join("_");
}

/** Between a column and a value; an operator that is not here is written as it is. */
const WORDS: Readonly<Record<string, string>> = {
  "=": "",
  "in": "",
  "!=": "not",
  "not_in": "not",
  ">": "above",
  ">=": "from",
  "<": "below",
  "<=": "to",
  "last_n": "last",
};

function filterPart({ column, operator, value }: DashboardFilter): string {
  const values = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(valueWord);
  const named = values.slice(0, MOST_VALUES);
  const left = values.length - named.length;
  return [word(column), WORDS[operator] ?? word(operator), ...named, left > 0 ? `and-${left}-more` : ""]
    .filter((part) => part !== "").join("-");
}

const UNITS: Readonly<Record<string, string>> = {
  second: "s",
  minute: "m",
  hour: "h",
  day: "d",
  week: "w",
  month: "mo",
  year: "y",
};

function rangePart({ last, from, to }: TimeRange): string {
  if (last !== undefined) return `last-${valueWord(last)}`;
  return [from === undefined ? "" : `from-${word(from)}`, to === undefined ? "" : `to-${word(to)}`]
    .filter((part) => part !== "").join("-");
}

function valueWord(value: unknown): string {
  if (typeof value === "object" && value !== null && "size" in value && "unit" in value) {
    return word(`${value.size}${UNITS[String(value.unit)] ?? value.unit}`);
  }
  return cut(word(String(value)), LONGEST_VALUE);
}

function isApplied(
  { column, operator }: Pick<DashboardFilter, "column" | "operator">,
  { applied }: FilterReport,
): boolean {
  return applied.some((one) => one.column === column && one.operator === operator);
}

function word(text: string): string {
  return text.normalize("NFC").replace(/[^\p{L}\p{N}\p{M}.]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
}

/** At most so many bytes, without half a character. */
function cut(text: string, longest: number): string {
  let cut = "";
  for (const character of text) {
    if (bytes(cut + character) > longest) break;
    cut += character;
  }
  return cut;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
