/** Each left row with the nearest right row in time; among right rows of the same time, any. */
import { addUnits } from "../formula/evaluator/time.ts";
import type { Merged } from "./join.ts";
import type { Period } from "./node.ts";
import { cellAt, indexOf, type Line, Mismatch, type Outcome, Pool, type Relation } from "./relation.ts";
import { compareValues, identityOf, type Value } from "./values.ts";

export interface AsOf {
  readonly left: string;
  readonly right: string;
  readonly direction: "backward" | "forward";
  readonly tolerance?: Period;
}

export function asof(
  { left, right, direction, tolerance }: AsOf,
  one: Relation,
  other: Relation,
  partnersOf: (line: Line) => readonly Line[],
  into: Merged,
): Outcome {
  const [leftAt, rightAt] = [indexOf(one.columns, left), indexOf(other.columns, right)];
  const sign = direction === "backward" ? -1 : 1;
  const nearest = (line: Line): readonly Line[] => {
    const time = cellAt(line, leftAt);
    if (time === null) return [];
    const end = tolerance && addUnits(Number(time), sign * tolerance.size, tolerance.unit);
    // Past what a date can be there is no end to it.
    const furthest = end === undefined || Number.isNaN(end) ? null : end;
    const isWithin = (at: Value) =>
      at !== null && sign * compareValues(at, time) >= 0 &&
      (furthest === null || sign * compareValues(at, furthest) <= 0);
    const eligible = partnersOf(line).filter((partner) => isWithin(cellAt(partner, rightAt)));
    const distance = (partner: Line, than: Line) =>
      sign * compareValues(cellAt(partner, rightAt), cellAt(than, rightAt));
    return eligible.filter((partner) => eligible.every((than) => distance(partner, than) <= 0));
  };
  const choices = one.lines.map((line) => ({ line, found: nearest(line) }));
  const relation: Relation = {
    columns: into.columns,
    lines: choices.map(({ line, found }) => into.line(line, found[0])),
    order: [],
  };
  const isOpen = choices.some(({ found }) => new Set(found.map(({ cells }) => identityOf(cells))).size > 1);
  if (!isOpen) return { relation };
  return {
    relation,
    settle(rows) {
      if (rows.length !== choices.length) throw new Mismatch(`${rows.length} rows, not ${choices.length}`);
      const rest = [...rows];
      const lines: Line[] = [];
      // Lines without a choice first, so that no row is taken from them.
      for (const { line, found } of [...choices].sort((a, b) => a.found.length - b.found.length)) {
        const candidates = (found.length === 0 ? [undefined] : found).map((partner) =>
          into.line(line, partner)
        );
        const at = rest.findIndex((row) => canBe(into, candidates, row));
        if (at < 0) {
          throw new Mismatch(`no row is ${candidates.map((each) => identityOf(each.cells)).join(" or ")}`);
        }
        lines.push(new Pool(into.columns, candidates).take(rest[at] ?? []));
        rest.splice(at, 1);
      }
      return { ...relation, lines };
    },
  };
}

function canBe(into: Merged, candidates: readonly Line[], row: Parameters<Pool["take"]>[0]): boolean {
  const printed = new Pool(into.columns, []);
  return candidates.some((line) => JSON.stringify(printed.printed(line)) === JSON.stringify(row));
}
