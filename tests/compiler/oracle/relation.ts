/** Rows between two nodes, with the order they stand in, and whether an engine's rows could be these. */
import type { Column } from "@/compiler/schema/types.ts";
import type { Rows } from "../support/engines.ts";
import {
  cellOf,
  compareInOrder,
  identityOf,
  isClose,
  keyOf,
  type Ordering,
  Undecided,
  type Value,
} from "./values.ts";

export interface Line {
  readonly cells: readonly Value[];
  /** What the order goes by, even when its columns are gone. */
  readonly place: readonly Value[];
}

export interface Relation {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** Empty: in any order. */
  readonly order: readonly Ordering[];
}

/** What a node means: one relation, or one of several of which an engine's rows have to be one. */
export interface Outcome {
  readonly relation: Relation;
  /** Present where the text leaves a choice: the relation with these rows, or an error that says why it cannot be. */
  readonly settle?: (rows: Rows) => Relation;
}

export class Mismatch extends Error {}

export const certain = (relation: Relation): Outcome => ({ relation });

export function indexOf(columns: readonly Column[], name: string): number {
  const at = columns.findIndex((column) => column.name === name);
  if (at < 0) throw new TypeError(`There is no column ${name}`);
  return at;
}

export const columnOf = (columns: readonly Column[], name: string): Column =>
  columns[indexOf(columns, name)] as Column;

export const cellAt = (line: Line, at: number): Value => line.cells[at] ?? null;

export function comparePlaces(order: readonly Ordering[], left: Line, right: Line): number {
  for (const [at, each] of order.entries()) {
    const difference = compareInOrder(left.place[at] ?? null, right.place[at] ?? null, each);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const inOrder = ({ lines, order }: Relation): readonly Line[] =>
  [...lines].sort((left, right) => comparePlaces(order, left, right));

/** Runs of lines that a comparison finds equal; the lines are sorted by it. */
export function tiesOf(lines: readonly Line[], compare: (a: Line, b: Line) => number): Line[][] {
  const ties: Line[][] = [];
  for (const line of lines) {
    const last = ties.at(-1);
    if (last?.[0] !== undefined && compare(last[0], line) === 0) last.push(line);
    else ties.push([line]);
  }
  return ties;
}

export function groupsOf(lines: readonly Line[], at: readonly number[]): readonly Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify(at.map((index) => keyOf(cellAt(line, index))));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

/** Lines to be found by the cells that an engine printed, each once. */
export class Pool {
  readonly #lines = new Map<string, Line[]>();
  #doubtful = false;

  constructor(readonly columns: readonly Column[], lines: readonly Line[]) {
    for (const line of lines) {
      const key = JSON.stringify(this.printed(line));
      const alike = this.#lines.get(key);
      if (alike === undefined) this.#lines.set(key, [line]);
      else alike.push(line);
    }
  }

  printed(line: Line) {
    return this.columns.map(({ type }, at) => cellOf(cellAt(line, at), type));
  }

  /** What was taken may have been another line that prints alike, such as NaN for null. */
  get doubtful(): boolean {
    return this.#doubtful;
  }

  take(row: Rows[number], mayFollow: (line: Line) => boolean = () => true): Line {
    const alike = this.#alike(row) ?? [];
    const chosen = alike.find(mayFollow);
    if (chosen === undefined) {
      const rest = [...this.#lines.values()].flat().slice(0, 12);
      const expected = rest.map((line) => JSON.stringify(this.printed(line))).join("\n  ");
      throw new Mismatch(
        `the row ${JSON.stringify(row)} is none of these, or once too often:\n  ${expected}`,
      );
    }
    if (alike.some((other) => identityOf(other.cells) !== identityOf(chosen.cells))) this.#doubtful = true;
    alike.splice(alike.indexOf(chosen), 1);
    return chosen;
  }

  #alike(row: Rows[number]): Line[] | undefined {
    const exact = this.#lines.get(JSON.stringify(row));
    if (exact !== undefined && exact.length > 0) return exact;
    return [...this.#lines.values()].find(([line]) =>
      line !== undefined && this.printed(line).every((cell, at) => isClose(cell, row[at]))
    );
  }
}

/** The rows are those at the places from `start` to `end`; within a tie that the cut divides, any of it. */
export function settleSlice(relation: Relation, start: number, end: number, rows: Rows): Relation {
  const first = Math.min(start, relation.lines.length);
  const last = Math.max(first, Math.min(end, relation.lines.length));
  if (rows.length !== last - first) {
    const expected = JSON.stringify(printedRows(relation).slice(0, 12));
    throw new Mismatch(
      `${rows.length} rows, not ${last - first}: ${JSON.stringify(rows.slice(0, 12))}, not ${expected}`,
    );
  }
  const lines: Line[] = [];
  let at = 0;
  for (const tie of tiesOf(inOrder(relation), (a, b) => comparePlaces(relation.order, a, b))) {
    const [from, to] = [Math.max(at, first), Math.min(at + tie.length, last)];
    at += tie.length;
    if (from >= to) continue;
    const pool = new Pool(relation.columns, tie);
    for (const row of rows.slice(from - first, to - first)) lines.push(pool.take(row));
    if (pool.doubtful && to - from < tie.length) throw new Undecided("rows that print alike were cut");
  }
  return { ...relation, lines };
}

/** Whether cutting there leaves a choice among lines that differ. */
export function isCutOpen(relation: Relation, start: number, end: number): boolean {
  let at = 0;
  for (const tie of tiesOf(inOrder(relation), (a, b) => comparePlaces(relation.order, a, b))) {
    const [from, to] = [at, at + tie.length];
    at = to;
    const divided = (start > from && start < to) || (end > from && end < to);
    if (divided && new Set(tie.map((line) => identityOf(line.cells))).size > 1) return true;
  }
  return false;
}

export const printedRows = (relation: Relation): Rows => {
  const pool = new Pool(relation.columns, []);
  return inOrder(relation).map((line) => pool.printed(line));
};
