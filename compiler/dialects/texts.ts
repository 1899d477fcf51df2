/**
 * Texts that are values: regular expressions that mean the same to every engine, each with the value as its groups. What
 * does not match has no value.
 */
import { formatParts, type TimeToken } from "../functions/time_format.ts";

/** Outer spaces, tabs and line ends, as TRIM takes them. */
const whole = (pattern: string) => `^[ \t\r\n]*${pattern}[ \t\r\n]*$`;

/** More digits than these are beyond int64 in any case. */
export const INTEGER = whole("([+-]?0*[0-9]{1,19})");

/**
 * So many whole digits as a float64 can have, and as long a fraction as anybody writes; the widest repetition that
 * PostgreSQL takes is 255.
 */
export const FLOAT = whole(
  "([+-]?0*[0-9]{1,155}[0-9]{0,155}(?:[.][0-9]{1,255}[0-9]{0,255})?(?:[eE][+-]?0*[0-9]{1,4})?)",
);

/** A decimal of at most so many whole digits. */
export const decimalPattern = (wholeDigits: number) =>
  whole(`([+-]?0*[0-9]{1,${Math.max(wholeDigits, 1)}}(?:[.][0-9]+)?)`);

/** What decides how that decimal is rounded: one digit more than are kept. */
export const decimalHead = (scale: number) => `^([^.]*(?:[.][0-9]{1,${scale + 1}})?)`;

export type TimePart =
  | "year"
  | "short_year"
  | "month"
  | "month_name"
  | "day"
  | "hour"
  | "half_day_hour"
  | "minute"
  | "second"
  | "fraction"
  | "half_day"
  | "zone_sign"
  | "zone_hour"
  | "zone_minute";

interface TimePattern {
  readonly pattern: string;
  /** What the groups of the pattern hold, from the first on. */
  readonly groups: readonly TimePart[];
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** The first three letters of every month: a month's number is where its letters stand. */
export const MONTH_LETTERS = MONTHS.map((month) => month.slice(0, 3).toLowerCase()).join("");

/** In capital and small letters: PostgreSQL knows no flags for a part of a pattern. */
const anyCase = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

const oneOf = (words: readonly string[]) => `(${words.map(anyCase).join("|")})`;

/** The years that every store has. */
const YEAR = "(19[0-9][0-9]|2[0-2][0-9][0-9])";
const HOUR = "([01][0-9]|2[0-3])";
const SIXTY = "([0-5][0-9])";
const offset = (separator: string) => `(?:Z|([+-])${HOUR}${separator}${SIXTY})`;
const ZONE_PARTS = ["zone_sign", "zone_hour", "zone_minute"] as const;

const TOKENS: Readonly<Record<TimeToken, readonly [pattern: string, ...groups: TimePart[]]>> = {
  YYYY: [YEAR, "year"],
  YY: ["([0-9][0-9])", "short_year"],
  MMMM: [oneOf(MONTHS), "month_name"],
  MMM: [oneOf(MONTHS.map((month) => month.slice(0, 3))), "month_name"],
  MM: ["(0[1-9]|1[0-2])", "month"],
  M: ["(1[0-2]|0?[1-9])", "month"],
  DD: ["(0[1-9]|[12][0-9]|3[01])", "day"],
  D: ["([12][0-9]|3[01]|0?[1-9])", "day"],
  HH: [HOUR, "hour"],
  H: ["(1[0-9]|2[0-3]|0?[0-9])", "hour"],
  hh: ["(0[1-9]|1[0-2])", "half_day_hour"],
  h: ["(1[0-2]|0?[1-9])", "half_day_hour"],
  mm: [SIXTY, "minute"],
  ss: [SIXTY, "second"],
  SSS: ["([0-9][0-9][0-9])", "fraction"],
  A: ["([AaPp])[Mm]", "half_day"],
  Z: [offset(":?"), ...ZONE_PARTS],
};

const escaped = (plain: string) => plain.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");

/** ISO 8601: a day, with a time of day or without. */
const ISO: TimePattern = {
  pattern: whole(
    `${YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[T ]${HOUR}:${SIXTY}(?::${SIXTY}(?:[.]([0-9]{1,3})[0-9]*)?)?${
      offset(":")
    }?)?`,
  ),
  groups: ["year", "month", "day", "hour", "minute", "second", "fraction", ...ZONE_PARTS],
};

export function timePattern(format: string | undefined): TimePattern {
  if (format === undefined) return ISO;
  const parts = formatParts(format).map((part) =>
    "token" in part ? TOKENS[part.token] : [escaped(part.plain)] as const
  );
  return {
    pattern: whole(parts.map(([pattern]) => pattern).join("")),
    groups: parts.flatMap(([, ...groups]) => groups),
  };
}

/** A pattern of the program's own as SQL text; one with a word of a user's is bound instead. */
export const quoted = (pattern: string) =>
  `'${pattern.replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\n", "\\n")}'`;
