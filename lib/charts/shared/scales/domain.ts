/** Which values an axis spans. */

export type Domain = readonly [low: number, high: number];

const LIMIT = 8e307;
/** Numbers nearer to zero than this lose digits, so that steps between them no longer add up. */
const TINY = 1e-290;

/**
 * All values with a little room around them; a single value gets room on both sides. Room never crosses zero: an axis
 * of prices does not show negative ones.
 */
export function roomyDomain(low: number, high: number, share = 0.05): Domain {
  const start = Math.max(low, -LIMIT);
  const stop = Math.min(high, LIMIT);
  const width = stop / 2 - start / 2;
  const room = width > TINY
    ? Math.min(width * 2 * share, LIMIT / 10)
    : Math.abs(start) > TINY
    ? Math.abs(start) * 0.01
    : 1;
  const first = start >= 0 ? Math.max(0, start - room) : start - room;
  const last = stop <= 0 && start !== stop ? Math.min(0, stop + room) : stop + room;
  return [first, last];
}

/** Zero is an end of the domain unless there are values on both sides of it. */
export function zeroDomain(low: number, high: number): Domain {
  if (low >= 0 && high <= 0) return [0, 1];
  return roomyDomain(Math.min(0, low), Math.max(0, high));
}

/** The lowest and the highest value; null without values. */
export function extent(values: Iterable<number>): Domain | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}
