/** Fill: a row for every step of a time grid in each partition. */
import { unitIndex, unitStart } from "../formula/evaluator/time.ts";
import { meaning, type Period } from "./node.ts";
import {
  cellAt,
  certain,
  comparePlaces,
  groupsOf,
  indexOf,
  inOrder,
  type Line,
  type Relation,
} from "./relation.ts";
import { asNumber, keyOf, readTime, Undecided, type Value } from "./values.ts";

interface Fill {
  readonly time: string;
  readonly bucket: Period;
  readonly partition_by?: readonly string[];
  readonly columns?: readonly { readonly column: string; readonly mode: Mode }[];
  readonly from?: string;
  readonly to?: string;
}

type Mode = "null" | "zero" | "last" | "linear";

const DAY = 86_400_000;

export const fill = meaning<Fill>((config, [input]) => {
  const { columns, order } = input as Relation;
  const lines = inOrder(input as Relation);
  const { bucket: { size, unit } } = config;
  const at = indexOf(columns, config.time);
  const keys = (config.partition_by ?? []).map((name) => indexOf(columns, name));
  const modes = columns.map(({ name }): Mode =>
    config.columns?.find(({ column }) => column === name)?.mode ?? "null"
  );
  const indexAt = (moment: number) => unitIndex(moment, unit, size);
  const startOf = (index: number) => unitStart(index, unit, size);
  const timeOf = (line: Line) => cellAt(line, at) as number;
  const isOnStep = (line: Line) =>
    cellAt(line, at) !== null && startOf(indexAt(timeOf(line))) === timeOf(line);
  const edge = (text: string | undefined, isEnd: boolean) => {
    if (text === undefined) return undefined;
    const moment = readTime(text) + (isEnd && /^\d{4}-\d{2}-\d{2}$/.test(text) ? DAY - 1 : 0);
    const index = indexAt(moment);
    return isEnd || startOf(index) === moment ? index : index + 1;
  };
  const made = (keys.length === 0 ? [lines] : groupsOf(lines, keys)).flatMap((group): Line[] => {
    const known = group.filter(isOnStep);
    const taken = new Set(known.map((line) => indexAt(timeOf(line))));
    if (known.length === 0) return [];
    const first = edge(config.from, false) ?? Math.min(...taken);
    const last = edge(config.to, true) ?? Math.max(...taken);
    if (last - first >= 100_000) throw new Undecided("a partition of too many steps");
    const missing: Line[] = [];
    for (let index = first; index <= last; index++) {
      if (taken.has(index)) continue;
      const cells = columns.map((column, place): Value => {
        if (place === at) return startOf(index);
        if (keys.includes(place)) return cellAt(known[0] as Line, place);
        const zero = column.type === "float64" ? 0 : 0n;
        return newValue(modes[place] ?? "null", known, place, startOf(index), zero);
      });
      missing.push({ cells, place: [] });
    }
    return missing;
  });

  function newValue(mode: Mode, known: readonly Line[], place: number, time: number, zero: Value): Value {
    if (mode === "zero") return zero;
    if (mode === "null") return null;
    const before = nearest(known, place, time, "before");
    if (mode === "last" || before === undefined) return before?.value ?? null;
    const after = nearest(known, place, time, "after");
    if (after === undefined) return null;
    const share = (time - before.time) / (after.time - before.time);
    const [start, end] = [asNumber(before.value), asNumber(after.value)];
    return start + (end - start) * share;
  }

  /** The value that is not null at the smallest distance above zero. */
  function nearest(known: readonly Line[], place: number, time: number, side: "before" | "after") {
    const distance = (other: number) => side === "before" ? time - other : other - time;
    const candidates = known.filter((line) => cellAt(line, place) !== null && distance(timeOf(line)) > 0);
    const least = Math.min(...candidates.map((line) => distance(timeOf(line))));
    const tied = candidates.filter((line) => distance(timeOf(line)) === least);
    // Of several rows at one step the order of the input decides: the last before, the first after.
    const one = side === "before" ? tied.at(-1) : tied[0];
    if (one === undefined) return undefined;
    const equal = tied.filter((line) => comparePlaces(order, line, one) === 0);
    if (new Set(equal.map((line) => keyOf(cellAt(line, place)))).size > 1) {
      throw new Undecided("several values at one step");
    }
    return { value: cellAt(one, place), time: timeOf(one) };
  }

  const shown = lines.map(({ cells }) => ({
    cells: cells.map((cell, place) => modes[place] === "linear" && cell !== null ? asNumber(cell) : cell),
    place: [],
  }));
  return certain({
    columns: columns.map((column, place) => {
      if (place === at || keys.includes(place) || modes[place] === "zero") return column;
      return modes[place] === "linear"
        ? { name: column.name, type: "float64", nullable: true }
        : { ...column, nullable: true };
    }),
    lines: [...shown, ...made].map((line) => ({
      ...line,
      place: [...keys, at].map((index) => cellAt(line, index)),
    })),
    order: [...keys, at].map(() => ({ direction: "asc", nulls: "last" })),
  });
});
