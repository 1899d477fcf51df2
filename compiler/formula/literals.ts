/** Values as written in a formula → values in their bound form. */
import { FIRST_YEAR, INT64_MAX, INT64_MIN, LAST_YEAR } from "../schema/value_ranges.ts";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

const FIRST = Date.UTC(FIRST_YEAR, 0, 1);
const PAST_LAST = Date.UTC(LAST_YEAR + 1, 0, 1);

function utcDay(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const exists = new Date(time).toISOString().startsWith(text);
  return exists && time >= FIRST && time < PAST_LAST ? time : undefined;
}

/** `2024-01-31`, if there is such a day. */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim();
  return utcDay(trimmed) === undefined ? undefined : trimmed;
}

/** ISO 8601 with or without offset (none is UTC) → ISO 8601 in UTC with milliseconds. A date alone is its start. */
export function parseDatetime(text: string): string | undefined {
  const trimmed = text.trim();
  const day = utcDay(trimmed);
  if (day !== undefined) return new Date(day).toISOString();
  const match = DATETIME.exec(trimmed);
  if (match === null) return undefined;
  const start = utcDay(match[1] ?? "");
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (start === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = Number((match[5] ?? "0").padEnd(3, "0").slice(0, 3));
  const time = start + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds - offsetMs(match[6]);
  return time >= FIRST && time < PAST_LAST ? new Date(time).toISOString() : undefined;
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

type NumberLiteral =
  | { readonly kind: "int64"; readonly value: string }
  | { readonly kind: "decimal"; readonly value: string; readonly precision: number; readonly scale: number }
  | { readonly kind: "float64"; readonly value: number };

/** `2` is int64, `2.5` decimal with its own digits, `1e3` float64; whole numbers past int64 are decimal. */
export function parseNumber(text: string, maxPrecision: number): NumberLiteral | undefined {
  if (/e/i.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { kind: "float64", value } : undefined;
  }
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = text.slice(sign.length).split(".");
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  if (fraction === "") {
    const value = BigInt(sign + digits);
    if (value >= INT64_MIN && value <= INT64_MAX) return { kind: "int64", value: value.toString() };
  }
  const precision = (digits === "0" ? 0 : digits.length) + fraction.length;
  if (precision > maxPrecision) return undefined;
  return {
    kind: "decimal",
    value: fraction === "" ? sign + digits : `${sign}${digits}.${fraction}`,
    precision: Math.max(precision, 1),
    scale: fraction.length,
  };
}
