/** "Did you mean": the known name that was probably meant. */

/** Edit distance, two letters that changed places counting once; abandoned once it exceeds `most`. */
function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: readonly number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let best = row;
    for (let at = 1; at <= right.length; at++) {
      const change = left[row - 1] === right[at - 1] ? 0 : 1;
      const isSwap = left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1];
      const value = Math.min(
        (previous[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (previous[at - 1] ?? 0) + change,
        isSwap ? (before[at - 2] ?? most) + 1 : Infinity,
      );
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? most + 1;
}

/** Longer names are compared by their beginning. */
const LONGEST = 64;
/** Only so many names are compared for one hint, and so many pairs of letters in one run. */
const MOST_NAMES = 500;
const MOST_PAIRS = 5_000_000;

let pairsLeft: number | undefined;

/**
 * Runs with a bound on what hints may cost altogether: a graph with thousands of unknown names is refused at once, the
 * later ones without a hint. A run within a run is part of it.
 */
export function hintingSparingly<T>(run: () => T): T {
  if (pairsLeft !== undefined) return run();
  pairsLeft = MOST_PAIRS;
  try {
    return run();
  } finally {
    pairsLeft = undefined;
  }
}

/** The name that takes the fewest edits; undefined where none is close enough for a typing error. */
export function closestName(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let left = MOST_NAMES;
  for (const candidate of names) {
    if (left-- === 0) break;
    const short = candidate.slice(0, LONGEST).toLowerCase();
    if (pairsLeft !== undefined) {
      if (pairsLeft <= 0) break;
      pairsLeft -= wanted.length * short.length;
    }
    const found = distance(wanted, short, bestDistance - 1);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** `Did you mean "price"?`, or nothing when no name is close. */
export function closestHint(name: string, names: Iterable<string>): { readonly hint?: string } {
  const closest = closestName(name, names);
  return closest === undefined ? {} : { hint: `Did you mean "${closest}"?` };
}
