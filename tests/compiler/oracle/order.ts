/** Nodes that order rows and choose among them: sort, limit, sample, unique. */
import { meaning } from "./node.ts";
import {
  cellAt,
  certain,
  comparePlaces,
  groupsOf,
  indexOf,
  inOrder,
  isCutOpen,
  type Line,
  Mismatch,
  type Outcome,
  Pool,
  type Relation,
  settleSlice,
} from "./relation.ts";
import { compareInOrder, identityOf, type Ordering, Undecided } from "./values.ts";

export interface SortKey {
  readonly column: string;
  readonly direction: "asc" | "desc";
  readonly nulls?: "first" | "last";
}

/** The new keys come first, the former order settles what they leave tied. */
export function sortedBy(relation: Relation, keys: readonly SortKey[]): Relation {
  const at = keys.map(({ column }) => indexOf(relation.columns, column));
  const orderings = keys.map(({ direction, nulls }): Ordering => ({ direction, nulls: nulls ?? "last" }));
  return {
    columns: relation.columns,
    lines: relation.lines.map((line) => ({
      ...line,
      place: [...at.map((index) => cellAt(line, index)), ...line.place],
    })),
    order: [...orderings, ...relation.order],
  };
}

export const sort = meaning<{ readonly keys: readonly SortKey[] }>(({ keys }, [input]) =>
  certain(sortedBy(input as Relation, keys))
);

export function cutOf(relation: Relation, offset: number, count: number): Outcome {
  const [start, end] = [offset, offset + count];
  const cut = { ...relation, lines: inOrder(relation).slice(start, end) };
  if (!isCutOpen(relation, start, end)) return certain(cut);
  return { relation: cut, settle: (rows) => settleSlice(relation, start, end, rows) };
}

export const limit = meaning<{ readonly count: number; readonly offset?: number }>(
  ({ count, offset }, [input]) => cutOf(input as Relation, offset ?? 0, count),
);

interface Sample {
  readonly mode: "rows" | "percent";
  readonly size: number;
}

/** Any of the rows, as many as were asked for, in their order; of a percentage, any number. */
export const sample = meaning<Sample>(({ mode, size }, [input]) => {
  const relation = input as Relation;
  const all = relation.lines.length;
  const most = mode === "rows" ? Math.min(size, all) : all;
  if (mode === "rows" && size === 0) return certain({ ...relation, lines: [] });
  if (mode === "percent" ? size === 100 : most === all) return certain(relation);
  const settle: Outcome["settle"] = (rows) => {
    if (mode === "rows" && rows.length !== most) {
      throw new Mismatch(`a sample of ${rows.length} rows, not ${most}`);
    }
    return { ...relation, lines: takenInOrder(relation, rows) };
  };
  return { relation: { ...relation, lines: inOrder(relation).slice(0, most) }, settle };
});

function takenInOrder(relation: Relation, rows: Parameters<NonNullable<Outcome["settle"]>>[0]): Line[] {
  const pool = new Pool(relation.columns, inOrder(relation));
  const lines: Line[] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    lines.push(
      pool.take(row, (line) => last === undefined || comparePlaces(relation.order, last, line) <= 0),
    );
  }
  if (pool.doubtful && rows.length < relation.lines.length) {
    throw new Undecided("rows that print alike were drawn");
  }
  return lines;
}

interface Unique {
  readonly columns?: readonly string[];
  readonly keep?: { readonly column: string; readonly direction: "asc" | "desc" };
}

export const unique = meaning<Unique>(({ columns = [], keep }, [input]): Outcome => {
  const relation = input as Relation;
  const isWhole = columns.length === 0;
  const at = isWhole
    ? relation.columns.keys().toArray()
    : columns.map((name) => indexOf(relation.columns, name));
  const groups = groupsOf(inOrder(relation), at);
  if (isWhole) return certain({ ...relation, lines: groups.flatMap(([first]) => first ?? []) });
  if (keep === undefined) return oneOfEach(relation, at, groups);
  const kept = indexOf(relation.columns, keep.column);
  const remaining = relation.columns.keys().toArray();
  const compare = (left: Line, right: Line) => {
    const order = [
      { at: kept, direction: keep.direction },
      ...remaining.map((index) => ({ at: index, direction: "asc" as const })),
    ];
    for (const { at: index, direction } of order) {
      const ordering = { direction, nulls: "last" } as const;
      const difference = compareInOrder(cellAt(left, index), cellAt(right, index), ordering);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return certain({ ...relation, lines: groups.flatMap((group) => [...group].sort(compare)[0] ?? []) });
});

/** Without `keep` any row may stand for its key. */
function oneOfEach(relation: Relation, at: readonly number[], groups: readonly Line[][]): Outcome {
  const guess = { ...relation, lines: groups.flatMap(([first]) => first ?? []) };
  if (groups.every((group) => new Set(group.map(({ cells }) => identityOf(cells))).size === 1)) {
    return certain(guess);
  }
  return {
    relation: guess,
    settle(rows) {
      const lines = takenInOrder(relation, rows);
      if (lines.length !== groups.length || groupsOf(lines, at).length !== groups.length) {
        throw new Mismatch(`${lines.length} rows, not one for each of ${groups.length} keys`);
      }
      return { ...relation, lines };
    },
  };
}
