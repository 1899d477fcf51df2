/**
 * A viewer's time range on a column that a card compares by. The value is what the range leaves; the previous one is
 * the same graph over the range before it, with the viewer's range replaced wherever it stands, so that whatever lies
 * between table and card (limits, samples, windows, buckets) treats both periods alike.
 */
import type { Expr } from "../ir/expr.ts";
import {
  type AskedKey,
  inputsFirst,
  type PhysicalColumn,
  type Relation,
  type RelationColumn,
  withInputs,
} from "../ir/relation.ts";
import type { BuildScope, ComparedRange } from "../nodes/define.ts";
import type { Comparison } from "../schema/vocabulary.ts";
import { filtersBehind } from "./filters_behind.ts";
import { type Asked, beforeOf, comparisonOf, type Ends, endsOf } from "./range_ends.ts";

export interface Found extends ComparedRange {
  readonly comparison: Comparison;
  /** The filters that say it. */
  readonly keys: readonly AskedKey[];
}

/** Undefined where no range is behind the column. */
export function comparedRange(
  input: Relation,
  column: RelationColumn,
  asked: Asked,
  scope: Pick<BuildScope, "now">,
): Found | undefined {
  const ends = new Map<AskedKey, Ends>();
  for (const key of filtersBehind(input, column.id)) {
    const found = endsOf(key, asked);
    if (found !== undefined) ends.set(key, found);
  }
  if (ends.size === 0) return undefined;
  const keys = [...ends.keys()];
  const tables = tablesUnder(input, ends);
  const comparison = sharedComparison(tables, ends);
  const isCompared = comparison.reason === undefined;
  const before = (of: PhysicalColumn) => isCompared ? beforeOf(comparison, of, scope) : undefined;
  return { comparison, keys, ...(isCompared ? { before: moved(input, tables, before) } : {}) };
}

type Filter = Extract<Relation, { op: "filter" }>;

/** A table that the ranges reach: the filters upon it, and the columns that these are about. */
interface Reached {
  readonly filters: Filter[];
  readonly keys: Set<AskedKey>;
  readonly columns: Set<PhysicalColumn>;
}

function tablesUnder(input: Relation, ranges: ReadonlyMap<AskedKey, Ends>): readonly Reached[] {
  const tables = new Map<Relation, Reached>();
  for (const relation of inputsFirst(input)) {
    if (relation.op !== "filter" || relation.asked === undefined) continue;
    const { key, column } = relation.asked;
    if (!ranges.has(key)) continue;
    const scan = scanUnder(relation);
    const found = scan?.physical.find(({ id }) => id === column);
    if (scan === undefined || found === undefined) continue;
    const table: Reached = tables.get(scan) ?? { filters: [], keys: new Set(), columns: new Set() };
    table.filters.push(relation);
    table.keys.add(key);
    table.columns.add(found);
    tables.set(scan, table);
  }
  return [...tables.values()];
}

function scanUnder(filter: Filter) {
  let relation: Relation = filter;
  while (relation.op === "filter") relation = relation.input;
  return relation.op === "scan" ? relation : undefined;
}

/** Ranges that do not say one and the same period of every table that they reach are compared with nothing. */
function sharedComparison(tables: readonly Reached[], ends: ReadonlyMap<AskedKey, Ends>): Comparison {
  const said = tables.map(({ keys, columns: [column, ...others] }): Comparison =>
    column === undefined || others.length > 0 || keys.size < ends.size
      ? { reason: "several_ranges" }
      : comparisonOf([...ends.values()], column)
  );
  const [first = { reason: "several_ranges" }, ...others] = said;
  const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return isOne ? first : { reason: "several_ranges" };
}

/** The relation with the first filter of each table about another period, and without the others. */
function moved(
  root: Relation,
  tables: readonly Reached[],
  before: (column: PhysicalColumn) => Expr | undefined,
): Relation {
  const predicates = new Map<Relation, Expr | undefined>();
  for (const { filters, columns: [column] } of tables) {
    filters.forEach((filter, at) => predicates.set(filter, at === 0 && column ? before(column) : undefined));
  }
  const done = new Map<Relation, Relation>();
  for (const relation of inputsFirst(root)) {
    const made = withInputs(relation, (input) => done.get(input) ?? input);
    const predicate = predicates.get(relation);
    const isDropped = predicates.has(relation) && predicate === undefined && made.op === "filter";
    done.set(relation, isDropped ? made.input : predicate ? { ...made as Filter, predicate } : made);
  }
  return done.get(root) ?? root;
}
