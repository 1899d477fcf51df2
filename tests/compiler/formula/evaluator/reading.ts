/** Texts read as values, character by character; null where a text says none. */
import { type Decimal, decimal, rescale } from "./decimal.ts";

const bare = (text: string) => text.replace(/^[ \t\r\n]+/, "").replace(/[ \t\r\n]+$/, "");

export function readInteger(text: string): bigint | null {
  const found = bare(text);
  if (!/^[+-]?\d+$/.test(found)) return null;
  const value = BigInt(found.replace("+", ""));
  return BigInt.asIntN(64, value) === value ? value : null;
}

export function readFloat(text: string): number | null {
  const found = bare(text);
  if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(found)) return null;
  const value = Number(found);
  return Number.isFinite(value) ? value + 0 : null;
}

export function readDecimal(text: string, scale: number): Decimal | null {
  const found = bare(text);
  if (!/^[+-]?\d+(\.\d+)?$/.test(found)) return null;
  const units = rescale(decimal(found.replace("+", "")), scale);
  const limit = 10n ** 38n;
  return units < limit && units > -limit ? { units, scale } : null;
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

interface Told {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly ms?: number;
  readonly isAfternoon?: boolean;
  readonly ahead?: number;
}

/** What a token may take from a text's beginning: how many characters, and what they tell. */
type Reader = (text: string) => readonly (readonly [length: number, told: Told])[];

const digits = (text: string, count: number) =>
  text.length >= count && [...text.slice(0, count)].every((each) => each >= "0" && each <= "9")
    ? Number(text.slice(0, count))
    : NaN;

const number = (key: keyof Told, counts: readonly number[], low: number, high: number): Reader => (text) =>
  counts.flatMap((count) => {
    const value = digits(text, count);
    return value >= low && value <= high ? [[count, { [key]: value }] as const] : [];
  });

const month = (letters: number | undefined): Reader => (text) =>
  MONTHS.flatMap((name, index) => {
    const wanted = name.slice(0, letters);
    return text.toLowerCase().startsWith(wanted) ? [[wanted.length, { month: index + 1 }] as const] : [];
  });

const zone = (withColon: readonly boolean[]): Reader => (text) => {
  if (text.startsWith("Z")) return [[1, { ahead: 0 }]];
  const sign = text.startsWith("+") ? 1 : text.startsWith("-") ? -1 : 0;
  return withColon.flatMap((colon) => {
    const [hours, minutes] = [digits(text.slice(1), 2), digits(text.slice(colon ? 4 : 3), 2)];
    const isZone = sign !== 0 && hours < 24 && minutes < 60 && (!colon || text[3] === ":");
    return isZone ? [[colon ? 6 : 5, { ahead: sign * (hours * 60 + minutes) }] as const] : [];
  });
};

const READERS: readonly (readonly [token: string, reader: Reader])[] = [
  ["YYYY", number("year", [4], 1900, 2299)],
  [
    "YY",
    (text) => {
      const year = digits(text, 2);
      return Number.isNaN(year) ? [] : [[2, { year: year < 70 ? 2000 + year : 1900 + year }]];
    },
  ],
  ["MMMM", month(undefined)],
  ["MMM", month(3)],
  ["MM", number("month", [2], 1, 12)],
  ["M", number("month", [2, 1], 1, 12)],
  ["DD", number("day", [2], 1, 31)],
  ["D", number("day", [2, 1], 1, 31)],
  ["HH", number("hour", [2], 0, 23)],
  ["H", number("hour", [2, 1], 0, 23)],
  ["hh", number("hour", [2], 1, 12)],
  ["h", number("hour", [2, 1], 1, 12)],
  ["mm", number("minute", [2], 0, 59)],
  ["ss", number("second", [2], 0, 59)],
  ["SSS", number("ms", [3], 0, 999)],
  ["A", (text) => /^[ap]m/i.test(text) ? [[2, { isAfternoon: /^p/i.test(text) }]] : []],
  ["Z", zone([true, false])],
];

function readersOf(format: string): readonly Reader[] {
  if (format === "") return [];
  const [, quoted] = /^\[([^\]]*)\]/.exec(format) ?? [];
  const known = READERS.find(([token]) => format.startsWith(token));
  if (quoted === undefined && known !== undefined) {
    return [known[1], ...readersOf(format.slice(known[0].length))];
  }
  const plain = quoted ?? format.slice(0, 1);
  const taken = quoted === undefined ? 1 : quoted.length + 2;
  return [
    (text) => text.startsWith(plain) ? [[plain.length, {}]] : [],
    ...readersOf(format.slice(taken)),
  ];
}

function follow(text: string, [first, ...rest]: readonly Reader[]): Told | null {
  if (first === undefined) return text === "" ? {} : null;
  for (const [length, told] of first(text)) {
    const others = follow(text.slice(length), rest);
    if (others !== null) return { ...told, ...others };
  }
  return null;
}

const ISO = [
  "YYYY-MM-DD",
  ...["T", " "].flatMap((between) =>
    ["HH:mm", "HH:mm:ss", "HH:mm:ss.SSS"].map((time) => `YYYY-MM-DD[${between}]${time}`)
  ),
];

function readIso(text: string): Told | null {
  // A fraction is as long as it likes; three digits of it count.
  const found = text.replace(/\.(\d+)/, (_, fraction: string) => `.${fraction.padEnd(3, "0").slice(0, 3)}`);
  for (const format of ISO) {
    const readers = readersOf(format);
    const told = follow(found, readers) ??
      (format.includes("[") ? follow(found, [...readers, zone([true])]) : null);
    if (told !== null) return told;
  }
  return null;
}

/** Milliseconds since 1970. */
export function readTime(text: string, format: string | undefined): number | null {
  const found = bare(text);
  const told = format === undefined ? readIso(found) : follow(found, readersOf(bare(format)));
  if (told === null) return null;
  const { year = 0, month = 0, day = 0, minute = 0, second = 0, ms = 0, isAfternoon, ahead = 0 } = told;
  const start = Date.UTC(year, month - 1, day);
  if (new Date(start).getUTCDate() !== day) return null;
  const { hour = 0 } = told;
  const hours = isAfternoon === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  const time = start + ((hours * 60 + minute - ahead) * 60 + second) * 1000 + ms;
  return time >= Date.UTC(1900, 0, 1) && time < Date.UTC(2300, 0, 1) ? time : null;
}
