/** Groups: keys, buckets of time, metrics. */
import { unitIndex, unitStart } from "../formula/evaluator/time.ts";
import {
  aggregate,
  type AggregateName,
  aggregateType,
  percentileOf,
  typed,
  weightedAverage,
} from "./aggregates.ts";
import { type Group, keeps } from "./conditions.ts";
import { groupFormula } from "./group_formula.ts";
import { meaning, type Period } from "./node.ts";
import type { SortKey } from "./order.ts";
import {
  cellAt,
  certain,
  columnOf,
  groupsOf,
  indexOf,
  type Line,
  type Relation,
  tiesOf,
} from "./relation.ts";
import { compareInOrder, Undecided, type Value } from "./values.ts";

interface Key {
  readonly column: string;
  readonly bucket?: Period;
  readonly as?: string;
}

interface Metric {
  readonly function: string;
  readonly column?: string;
  readonly p?: number;
  readonly weight?: string;
  readonly ignore_nulls?: boolean;
  readonly order_by?: readonly SortKey[];
  readonly where?: Group;
  /** Of the function "formula": aggregates and keys in one. */
  readonly expression?: string;
  readonly as: string;
}

interface GroupBy {
  readonly keys?: readonly Key[];
  readonly metrics?: readonly Metric[];
}

const bucketed = (value: Value, bucket: Period | undefined): Value =>
  bucket === undefined || value === null
    ? value
    : unitStart(unitIndex(Number(value), bucket.unit, bucket.size), bucket.unit, bucket.size);

export const groupBy = meaning<GroupBy>(({ keys = [], metrics = [] }, [input], { now }) => {
  const relation = input as Relation;
  const { columns } = relation;
  const keyed = relation.lines.map((line) => ({
    line,
    place: [],
    cells: keys.map(({ column, bucket }) => bucketed(cellAt(line, indexOf(columns, column)), bucket)),
  }));
  const groups = keys.length === 0 ? [keyed] : groupsOf(keyed, [...keys.keys()]) as typeof keyed[];
  return certain({
    columns: [
      ...keys.map(({ column, as }) => ({ ...columnOf(columns, column), name: as ?? column })),
      ...metrics.map((metric) => metricColumn(metric, relation, keys)),
    ],
    lines: groups.map((group) => ({
      cells: [
        ...group[0]?.cells ?? [],
        ...metrics.map((metric) => metricOf(metric, relation, keys, group.map(({ line }) => line), now)),
      ],
      place: [],
    })),
    order: [],
  });
});

/** Keys that stand as they are: a formula may use them beside its aggregates. */
const plainKeys = (keys: readonly Key[], { columns }: Relation) =>
  keys.filter(({ bucket }) => bucket === undefined).map(({ column }) => indexOf(columns, column));

function metricColumn(
  { function: name, column, expression, as }: Metric,
  relation: Relation,
  keys: readonly Key[],
) {
  if (expression !== undefined) {
    return typed(as, groupFormula(expression, relation, plainKeys(keys, relation)).type);
  }
  return typed(
    as,
    aggregateType(name, column === undefined ? undefined : columnOf(relation.columns, column)),
  );
}

function metricOf(
  metric: Metric,
  relation: Relation,
  keys: readonly Key[],
  group: readonly Line[],
  now: number,
): Value {
  const { columns } = relation;
  const lines = metric.where === undefined ? group : group.filter(keeps(metric.where, columns, now));
  if (metric.expression !== undefined) {
    return groupFormula(metric.expression, relation, plainKeys(keys, relation)).valueOf(lines, group[0], now);
  }
  if (metric.column === undefined) return BigInt(lines.length);
  const at = indexOf(columns, metric.column);
  if (metric.function === "first" || metric.function === "last") {
    const taking = metric.ignore_nulls ? lines.filter((line) => cellAt(line, at) !== null) : lines;
    return endOf(metric, at, { columns, lines: taking, order: [] });
  }
  if (metric.function === "percentile") {
    return percentileOf(lines.map((line) => cellAt(line, at)), metric.p ?? NaN);
  }
  if (metric.weight !== undefined) {
    const weight = indexOf(columns, metric.weight);
    return weightedAverage(lines.map((line) => [cellAt(line, at), cellAt(line, weight)]));
  }
  return aggregate(metric.function as AggregateName, lines.map((line) => cellAt(line, at)));
}

/** The smallest of the values tied for the first place, the largest of those tied for the last; null where all are. */
function endOf(metric: Metric, at: number, { columns, lines }: Relation): Value {
  const keys = (metric.order_by ?? []).map((key) => ({ ...key, at: indexOf(columns, key.column) }));
  const compare = (left: Line, right: Line) => {
    for (const { at: index, direction } of keys) {
      const ordering = { direction, nulls: "last" } as const;
      const difference = compareInOrder(cellAt(left, index), cellAt(right, index), ordering);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const taking = lines.filter((line) => keys.every((key) => cellAt(line, key.at) !== null));
  if (taking.some((line) => keys.some((key) => Number.isNaN(cellAt(line, key.at))))) {
    throw new Undecided("whether NaN comes first or last in an order");
  }
  const ties = tiesOf(taking.sort(compare), compare);
  const tied = (metric.function === "first" ? ties[0] : ties.at(-1)) ?? [];
  const values = tied.map((line) => cellAt(line, at));
  return aggregate(metric.function === "first" ? "min" : "max", values);
}
