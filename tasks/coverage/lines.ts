/** Which lines ran, and how often. */

/** Times each line ran, by its number from 1; lines without code are absent. */
export type Lines = ReadonlyMap<number, number>;

/** By the file's path from the repository's root. */
export type Coverage = ReadonlyMap<string, Lines>;

/** Reads what `deno coverage --lcov` writes; files outside the root are left out. */
export function readLcov(text: string, root: string): Coverage {
  const coverage = new Map<string, Map<number, number>>();
  let lines = new Map<number, number>();
  for (const record of text.split("\n")) {
    if (record.startsWith("SF:")) {
      lines = new Map();
      if (record.startsWith(`SF:${root}/`)) coverage.set(record.slice(root.length + 4), lines);
    } else if (record.startsWith("DA:")) {
      const [line, hits] = record.slice(3).split(",").map(Number);
      lines.set(line!, Math.max(hits!, lines.get(line!) ?? 0));
    }
  }
  return coverage;
}

/** What the two ran together. Only lines of `base` count: another engine's map may know more or fewer of them. */
export function together(base: Lines, other: Lines): Lines {
  return new Map([...base].map(([line, hits]) => [line, hits + (other.get(line) ?? 0)]));
}

export function toLcov(coverage: Coverage): string {
  return [...coverage].map(([path, lines]) =>
    [`SF:${path}`, ...[...lines].map(([line, hits]) => `DA:${line},${hits}`), "end_of_record", ""].join("\n")
  ).join("");
}
