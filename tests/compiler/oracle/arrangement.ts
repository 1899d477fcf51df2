/** Functions that need their rows one after another: what ties leave open, and which of it an engine chose. */
import type { Rows } from "../support/engines.ts";
import { type Line, Mismatch, type Outcome, type Relation, settleSlice, tiesOf } from "./relation.ts";
import { compareInOrder, identityOf, Undecided } from "./values.ts";

const MOST_ATTEMPTS = 200;

export type Compare = (left: Line, right: Line) => number;
/** The relation that these partitions mean, their lines in this very order. */
type Compute = (partitions: readonly (readonly Line[])[]) => Relation;

const byColumns: Compare = (left, right) => {
  for (const [at, value] of left.cells.entries()) {
    const difference = compareInOrder(value, right.cells[at] ?? null, { direction: "asc", nulls: "last" });
    if (difference !== 0) return difference;
  }
  return 0;
};

const differs = (tie: readonly Line[]) =>
  new Set(tie.map(({ cells, place }) => identityOf([...cells, ...place]))).size > 1;

export function arranged(partitions: readonly Line[][], compare: Compare, compute: Compute): Outcome {
  const guess = partitions.map((lines) => [...lines].sort((a, b) => compare(a, b) || byColumns(a, b)));
  const relation = compute(guess);
  const ties = guess.map((lines) => tiesOf(lines, compare));
  if (!ties.flat().some(differs)) return { relation };
  return {
    relation,
    settle(rows) {
      let attempts = 0;
      for (const choice of choices(ties.flat())) {
        if (++attempts > MOST_ATTEMPTS) throw new Undecided("too many ties to try");
        const found = attempt(compute(regrouped(ties, choice)), rows);
        if (found !== undefined) return found;
      }
      return settleSlice(relation, 0, Infinity, rows);
    },
  };
}

function attempt(relation: Relation, rows: Rows): Relation | undefined {
  try {
    return settleSlice(relation, 0, Infinity, rows);
  } catch (error) {
    if (error instanceof Mismatch) return undefined;
    throw error;
  }
}

function regrouped(ties: readonly Line[][][], choice: readonly Line[][]): Line[][] {
  let at = 0;
  return ties.map((partition) => partition.flatMap(() => choice[at++] ?? []));
}

function* choices(ties: readonly Line[][]): Generator<Line[][]> {
  const [first, ...rest] = ties;
  if (first === undefined) {
    yield [];
    return;
  }
  // The first tie stands still while the others are tried, so that the guess comes first.
  for (const order of differs(first) ? permutations(first) : [first]) {
    for (const others of choices(rest)) yield [order, ...others];
  }
}

function* permutations(lines: readonly Line[]): Generator<Line[]> {
  if (lines.length <= 1) {
    yield [...lines];
    return;
  }
  for (const [at, chosen] of lines.entries()) {
    for (const rest of permutations(lines.filter((_, other) => other !== at))) yield [chosen, ...rest];
  }
}
