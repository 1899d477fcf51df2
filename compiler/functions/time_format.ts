/**
 * How a time is written: `MMM D YYYY` → its parts and what stands between them. Checks read it for problems, dialects to
 * write a regular expression.
 */

export type TimeToken =
  | "YYYY"
  | "YY"
  | "MMMM"
  | "MMM"
  | "MM"
  | "M"
  | "DD"
  | "D"
  | "HH"
  | "H"
  | "hh"
  | "h"
  | "mm"
  | "ss"
  | "SSS"
  | "A"
  | "Z";

/** Longer ones before those that they begin with. */
const TIME_TOKENS: readonly TimeToken[] = [
  ...["YYYY", "MMMM"] as const,
  ...["MMM", "SSS"] as const,
  ...["YY", "MM", "DD", "HH", "hh", "mm", "ss"] as const,
  ...["M", "D", "H", "h", "A", "Z"] as const,
];

type FormatPart = { readonly token: TimeToken } | { readonly plain: string };

/** The parts from left to right; `[…]` is plain text, and so is every character that begins no token. */
export function formatParts(format: string): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  for (let at = 0; at < format.length;) {
    const quoted = /^\[([^\]]*)\]/.exec(format.slice(at));
    const token = TIME_TOKENS.find((each) => format.startsWith(each, at));
    if (quoted !== null) {
      parts.push({ plain: quoted[1] ?? "" });
      at += quoted[0].length;
    } else if (token !== undefined) {
      parts.push({ token });
      at += token.length;
    } else {
      const plain = String.fromCodePoint(format.codePointAt(at) ?? 0);
      parts.push({ plain });
      at += plain.length;
    }
  }
  return parts;
}

/** What each token tells, so that none is told twice. */
const TELLS: Readonly<Record<TimeToken, string>> = {
  YYYY: "year",
  YY: "year",
  MMMM: "month",
  MMM: "month",
  MM: "month",
  M: "month",
  DD: "day",
  D: "day",
  HH: "hour",
  H: "hour",
  hh: "hour",
  h: "hour",
  mm: "minute",
  ss: "second",
  SSS: "millisecond",
  A: "half of the day",
  Z: "zone",
};

interface FormatFault {
  readonly reason: string;
  readonly hint: string;
}

/** What is wrong with a format: a part that is missing, stands twice, or does not go with another. */
export function formatFault(format: string): FormatFault | undefined {
  const tokens = formatParts(format).flatMap((part) => "token" in part ? [part.token] : []);
  if (format.includes("\0")) return { reason: "it has a NUL character", hint: "Leave it out." };
  const told = tokens.map((token) => TELLS[token]);
  const missing = ["year", "month", "day"].find((part) => !told.includes(part));
  if (missing !== undefined) {
    return { reason: `it has no ${missing}`, hint: 'Write for example "D.M.YYYY" or "MMM D YYYY".' };
  }
  const twice = told.find((part, index) => told.indexOf(part) !== index);
  if (twice !== undefined) {
    return { reason: `the ${twice} stands twice`, hint: "Put plain text into brackets: [at]." };
  }
  const isHalved = tokens.includes("hh") || tokens.includes("h");
  if (isHalved === tokens.includes("A")) return undefined;
  return isHalved
    ? {
      reason: "hours of the 12-hour clock need A",
      hint: "Add A for AM or PM, or use HH for 24 hours.",
    }
    : { reason: "A needs hours of the 12-hour clock", hint: "Use hh or h, or put [A] into brackets." };
}
