/** The two periods of a card in as few letters as a low tile has room for: "24 Nov vs 23 Nov". */
import type { Comparison } from "@/compiler/schema/types.ts";

const DAY_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Undefined where the range has no ends. */
export function shortPeriods({ from, to }: Comparison): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return `${span(start, end)} vs ${span(start - (end - start), start)}`;
}

/** Days with the last one included, or moments, whose day is said once where both lie in it. */
function span(start: number, end: number): string {
  const isDays = start % DAY_MS === 0 && end % DAY_MS === 0;
  if (!isDays) {
    const [first, last] = [dayOf(start), dayOf(end)];
    return `${first} ${timeOf(start)}–${first === last ? "" : `${last} `}${timeOf(end)}`;
  }
  const [first, last] = [dayOf(start), dayOf(end - DAY_MS)];
  return first === last && end - start === DAY_MS ? first : `${first}–${last}`;
}

function dayOf(moment: number): string {
  const date = new Date(moment);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

const timeOf = (moment: number) => new Date(moment).toISOString().slice(11, 16);
