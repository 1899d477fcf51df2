/** The rows that pictures need. */
import { aggregate, type AggregateName, aggregateType, typed } from "./aggregates.ts";
import { addUnits } from "../formula/evaluator/time.ts";
import { selected } from "./columns.ts";
import { meaning, type Period } from "./node.ts";
import { sortedBy, type SortKey } from "./order.ts";
import { cellAt, certain, columnOf, groupsOf, indexOf, type Relation } from "./relation.ts";
import type { Value } from "./values.ts";

interface TableView {
  readonly columns?: readonly string[];
  readonly sort?: readonly SortKey[];
}

export const tableView = meaning<TableView>(({ columns, sort = [] }, [input]) => {
  const relation = sortedBy(input as Relation, sort);
  return certain(selected(relation, columns ?? relation.columns.map(({ name }) => name)));
});

interface Chart {
  readonly x: string;
  readonly y: readonly string[];
  readonly color?: string;
  readonly function?: AggregateName;
}

function drawn({ x, y, color, function: name }: Chart, relation: Relation): Relation {
  const dimensions = color === undefined ? [x] : [x, color];
  if (name === undefined) return selected(relation, [...dimensions, ...y]);
  const { columns, lines } = relation;
  const at = y.map((each) => indexOf(columns, each));
  const groups = groupsOf(lines, dimensions.map((each) => indexOf(columns, each)));
  return {
    columns: [
      ...dimensions.map((each) => columnOf(columns, each)),
      ...y.map((each) => typed(each, aggregateType(name, columnOf(columns, each)))),
    ],
    lines: groups.map((group) => ({
      cells: [
        ...dimensions.map((each) => group[0] === undefined ? null : cellAt(group[0], indexOf(columns, each))),
        ...at.map((index) => aggregate(name, group.map((line) => cellAt(line, index)))),
      ],
      place: [],
    })),
    order: [],
  };
}

export const barChart = meaning<Chart>((config, [input]) => certain(drawn(config, input as Relation)));

export const lineChart = meaning<Chart>((config, [input]) => {
  const rows = drawn(config, input as Relation);
  const lines = rows.lines.filter((line) => cellAt(line, 0) !== null);
  return certain(sortedBy({ ...rows, lines }, [{ column: config.x, direction: "asc" }]));
});

type Candles = Readonly<Record<"time" | "open" | "high" | "low" | "close", string>> & {
  readonly volume?: string;
};

export const candlestick = meaning<Candles>(({ time, open, high, low, close, volume }, [input]) => {
  const ordered = sortedBy(input as Relation, [{ column: time, direction: "asc" }]);
  return certain(
    selected(ordered, [time, open, high, low, close, ...(volume === undefined ? [] : [volume])]),
  );
});

interface Scatter {
  readonly x: string;
  readonly y: string;
  readonly size?: string;
  readonly color?: string;
}

export const scatterPlot = meaning<Scatter>(({ x, y, size, color }, [input]) =>
  certain(selected(input as Relation, [x, y, size, color].filter((name) => name !== undefined)))
);

interface Kpi {
  readonly metric: string;
  readonly function: AggregateName;
  readonly compare?: { readonly column: string; readonly period: Period };
}

export const kpiCard = meaning<Kpi>(({ metric, function: name, compare }, [input], { now, compared }) => {
  const { columns, lines } = input as Relation;
  const at = indexOf(columns, metric);
  const type = aggregateType(name, columnOf(columns, metric));
  const over = (of: typeof lines) => aggregate(name, of.map((line) => cellAt(line, at)));
  if (compare === undefined) {
    return certain({
      columns: [typed("value", type)],
      lines: [{ cells: [over(lines)], place: [] }],
      order: [],
    });
  }
  const time = indexOf(columns, compare.column);
  const both = (value: Value, previous: Value) =>
    certain({
      columns: [typed("value", type), typed("previous", type)],
      lines: [{ cells: [value, previous], place: [] }],
      order: [],
    });
  const within = (holds: (moment: number) => boolean) =>
    lines.filter((line) => {
      const cell = cellAt(line, time);
      return cell !== null && holds(Number(cell));
    });
  if (compared !== undefined) {
    return both(over(lines), compared.before === undefined ? null : over(compared.before.lines));
  }
  const { size, unit } = compare.period;
  const [start, before] = [addUnits(now, -size, unit), addUnits(now, -2 * size, unit)];
  return both(
    over(within((moment) => moment > start && moment <= now)),
    over(within((moment) => moment > before && moment <= start)),
  );
});
