/** The nearest known name, for hints. */

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

export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of names.slice(0, 500)) {
    const found = distance(wanted, candidate.slice(0, 64).toLowerCase(), bestDistance - 1);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** `Did you mean "price"?`, or nothing when no name is near. */
export function nearestHint(name: string, names: readonly string[]): { readonly hint?: string } {
  const nearest = nearestName(name, names);
  return nearest === undefined ? {} : { hint: `Did you mean "${nearest}"?` };
}

/** A value as it appears in messages: bounded, text in quotes. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : described(value);
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return typeof value === "string" ? `"${short}"` : short;
}

/** JSON, where there is such a text. */
function described(value: unknown): string {
  try {
    return typeof value === "bigint" ? String(value) : JSON.stringify(value) ?? typeof value;
  } catch {
    return "an object";
  }
}
