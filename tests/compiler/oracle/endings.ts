/** A last node behind a random workflow, with the settings that the workflow itself seldom draws or leaves out. */
import { type Catalog, type Column, type Graph, type GraphNode, propagate } from "@/compiler/mod.ts";
import { node } from "../support/graphs.ts";
import { type Draws, randomGroup } from "../support/random_graphs.ts";
import { hostile, TEXTS } from "../support/random_tables.ts";
import { overGroups, overOrder } from "./ending_formulas.ts";
import { dense, NOW } from "./dense.ts";

/** The columns of the last node, and of another for the right side of a join. */
type Ending = (columns: readonly Column[], draws: Draws, others: readonly Column[]) => GraphNode;

const NUMERIC = ["int64", "decimal", "float64"];
const TIMED = ["date", "datetime"];
const UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];
const NEAR_UNITS = [...UNITS, "hour", "day", "day"];
const AGGREGATES = ["sum", "avg", "count", "count_distinct", "min", "max", "median", "stddev", "variance"];
const ANY_TYPE = ["count", "count_distinct", "min", "max"];

/** Small ones often, so that ends of periods are met. */
const sizeOf = (draws: Draws) => draws.pick([1, 1, 1, 2, 3, 1 + draws.next(60)]);

const nameOf = (columns: readonly Column[], draws: Draws) => draws.pick(columns).name;
const namesOf = (columns: readonly Column[], draws: Draws, most: number) => [
  ...new Set(Array.from({ length: draws.next(most + 1) }, () => nameOf(columns, draws))),
];
const ofTypes = (columns: readonly Column[], types: readonly string[]) =>
  columns.filter(({ type }) => types.includes(type));

function measured(columns: readonly Column[], draws: Draws) {
  const column = draws.pick(columns);
  const function_ = draws.pick(NUMERIC.includes(column.type) ? AGGREGATES : ANY_TYPE);
  return { column: column.name, function: function_ };
}

/** Functions of numbers that take a setting of their own. */
function ofNumbers(columns: readonly Column[], draws: Draws) {
  const numbers = ofTypes(columns, NUMERIC);
  const column = nameOf(numbers, draws);
  return draws.next(2) === 0
    ? { column, function: "percentile", p: draws.pick([0, 10, 25, 62.5, 99, 100]) }
    : { column, function: "weighted_avg", weight: nameOf(numbers, draws) };
}

const keyOver = (columns: readonly Column[], draws: Draws) => ({
  column: nameOf(columns, draws),
  direction: draws.pick(["asc", "desc"]),
});

const keys = (columns: readonly Column[], draws: Draws) =>
  Array.from({ length: 1 + draws.next(2) }, () => keyOver(columns, draws));

function chart(type: string): Ending {
  return (columns, draws) => {
    const { function: name } = measured(ofTypes(columns, NUMERIC), draws);
    const y = [
      ...new Set(Array.from({ length: 1 + draws.next(2) }, () => nameOf(ofTypes(columns, NUMERIC), draws))),
    ];
    return node("end", type, {
      x: nameOf(columns, draws),
      y,
      ...(draws.next(2) === 0 ? { color: nameOf(columns, draws) } : {}),
      ...(draws.next(3) > 0 ? { function: name } : {}),
    });
  };
}

/** A grid around now, and over the days of a table that spans but a year one between its own ends as well. */
function filled(columns: readonly Column[], draws: Draws): GraphNode {
  const time = draws.pick(ofTypes(columns, TIMED));
  const isDay = time.type === "date";
  const isShort = isDay && columns.some(({ name }) => name === "seen");
  const partition = draws.next(2) === 0 ? [] : namesOf(ofTypes(columns, ["string", "boolean"]), draws, 1);
  const rest = columns.filter((column) => column !== time && !partition.includes(column.name));
  const modes = (column: Column) =>
    NUMERIC.includes(column.type) ? ["zero", "last", "linear", "linear"] : ["null", "last"];
  return node("end", "fill", {
    time: time.name,
    bucket: isDay
      ? { size: draws.pick([1, 1, 2, 3]), unit: "day" }
      : { size: draws.pick([1, 1, 2]), unit: "hour" },
    partition_by: partition,
    columns: rest.map((column) => ({ column: column.name, mode: draws.pick(modes(column)) })),
    ...(isShort && draws.next(2) === 0
      ? {}
      : { from: draws.pick(isDay ? ["2024-02-26", "2024-03-09"] : ["2024-03-09", "2024-03-09T05:30:00Z"]) }),
    ...(isShort && draws.next(2) === 0 ? {} : { to: draws.pick(["2024-03-10", "2024-03-11"]) }),
  });
}

const joined: Ending = (columns, draws, others) => {
  const kind = draws.pick([
    "inner",
    "left",
    "right",
    "full",
    "semi",
    "anti",
    "cross",
    ...Array(7).fill("asof"),
  ]);
  const pairs = alike(columns, others);
  const keys = kind === "cross" ? [] : [draws.pick(pairs), ...draws.next(3) === 0 ? [draws.pick(pairs)] : []];
  const timed = pairs.filter(({ type }) => TIMED.includes(type));
  const { left, right } = draws.pick(timed);
  const tolerance = { size: sizeOf(draws), unit: draws.pick(NEAR_UNITS) };
  const within = draws.next(2) === 0 ? { tolerance } : {};
  const asof = { asof: { left, right, direction: draws.pick(["backward", "forward"]), ...within } };
  const pairOf = (pair: typeof keys[number]) => ({ left: pair.left, right: pair.right });
  return node("end", "join", {
    kind,
    keys: keys.map(pairOf),
    suffix: "_end",
    ...(kind === "asof" ? asof : {}),
  });
};

const PLACES = ["lag", "lead", "rank", "dense_rank", "row_number", "first_value", "last_value"];

const windowed: Ending = (columns, draws) => {
  const measure = measured(columns, draws);
  const name = draws.pick([...PLACES, "percent_rank", "ntile", "share", ...Array(5).fill(measure.function)]);
  const time = draws.next(2) === 0 ? draws.pick(ofTypes(columns, TIMED)) : undefined;
  const ordered = time
    ? [{ column: time.name, direction: draws.pick(["asc", "desc"]) }]
    : keys(columns, draws).map((key) => ({ ...key, nulls: draws.pick(["first", "last"]) }));
  const bound = () =>
    time
      ? {
        size: draws.pick([0, sizeOf(draws)]),
        unit: draws.pick(time.type === "date" ? UNITS.slice(3) : NEAR_UNITS),
      }
      : draws.pick([0, 1, 2]);
  const frame = {
    preceding: draws.next(4) === 0 ? "unbounded" : bound(),
    following: draws.next(2) === 0 ? bound() : draws.pick(["current", "unbounded"]),
  };
  return node("end", "window", {
    function: name === "count_distinct" ? "count" : name,
    column: measure.column,
    as: "the window",
    partition_by: namesOf(columns, draws, 2),
    order_by: ordered,
    buckets: 1 + draws.next(6),
    ...(draws.next(2) === 0 ? { ignore_nulls: true } : {}),
    ...(draws.next(3) === 0 ? { offset: draws.next(4) } : {}),
    ...(draws.next(3) > 0 ? { frame } : {}),
  });
};

const ENDINGS: readonly Ending[] = [
  overOrder,
  overGroups,
  (columns, draws) => node("end", "sort", { keys: keys(columns, draws).slice(0, 1) }),
  joined,
  joined,
  joined,
  chart("bar_chart"),
  chart("line_chart"),
  (columns, draws) => {
    const { column: metric, function: name } = measured(columns, draws);
    const timed = ofTypes(columns, TIMED);
    const period = { size: sizeOf(draws), unit: draws.pick(UNITS) };
    const compare = draws.next(3) > 0 ? { compare: { column: nameOf(timed, draws), period } } : {};
    return node("end", "kpi_card", { metric, function: name, ...compare });
  },
  (columns, draws) => {
    const { column: value, function: name } = measured(columns, draws);
    return node("end", "pivot_table", {
      rows: namesOf(columns, draws, 2),
      columns: namesOf(columns, draws, 2),
      value,
      function: name,
      totals: draws.next(3) > 0,
    });
  },
  (columns, draws) => {
    const metrics = [0, 1, 2].map((at) => {
      const where = draws.next(3) === 0 ? { where: randomGroup(columns, draws, 1) } : {};
      if (draws.next(3) > 0) return { ...measured(columns, draws), ...where, as: `end ${at}` };
      if (draws.next(2) === 0) return { ...ofNumbers(columns, draws), ...where, as: `end ${at}` };
      const order = { order_by: keys(columns, draws) };
      return {
        function: draws.pick(["first", "last"]),
        column: nameOf(columns, draws),
        ...order,
        ...where,
        ...(draws.next(2) === 0 ? { ignore_nulls: true } : {}),
        as: `end ${at}`,
      };
    });
    const [time] = draws.next(4) === 0 ? [] : [draws.pick(ofTypes(columns, TIMED))];
    const unit = draws.pick(UNITS.slice(time?.type === "date" ? 3 : 0));
    const bucketed = time ? [{ column: time.name, bucket: { size: sizeOf(draws), unit }, as: "bucket" }] : [];
    return node("end", "group_by", {
      keys: [...bucketed, ...namesOf(columns, draws, 2).map((column) => ({ column }))],
      metrics,
    });
  },
  windowed,
  windowed,
  (columns, draws) => {
    const { column: value, function: name } = measured(columns, draws);
    const column = draws.pick(ofTypes(columns, ["string", "int64", "decimal"]));
    const values = column.type === "string" ? TEXTS.slice(1, 4) : [2, 1, 7];
    return node("end", "pivot", {
      rows: namesOf(columns, draws, 2),
      column: column.name,
      value,
      function: name,
      values,
    });
  },
  filled,
  filled,
  (columns, draws) =>
    node("end", "filter", {
      logic: draws.pick(["and", "or"]),
      conditions: [timeCondition(columns, draws), timeCondition(columns, draws)],
    }),
];

/** Columns of either side that could be compared, those of one name first and oftenest. */
const alike = (columns: readonly Column[], others: readonly Column[]) =>
  columns.flatMap(({ name, type }) =>
    others.filter((other) => other.type === type)
      .map((other) => ({ left: name, right: other.name, type }))
      .sort((a, b) => Number(b.left === b.right) - Number(a.left === a.right))
  );

/** Moments that lie at the ends of periods. */
function timeCondition(columns: readonly Column[], draws: Draws): Record<string, unknown> {
  const column = nameOf(ofTypes(columns, TIMED), draws);
  const value = { size: sizeOf(draws), unit: draws.pick(UNITS) };
  return draws.pick([
    { column, operator: "last_n", value },
    { column, operator: draws.pick(["before", "after", "<=", ">="]), value: NOW },
  ]);
}

/** The graph with another last node, or as it is where that one would have a problem. */
export function ended(graph: Graph, draws: Draws, catalog: Catalog): Graph {
  const last = graph.nodes.at(-1)?.id ?? "";
  const { nodes } = propagate(graph, catalog);
  const columns = nodes[last]?.columns ?? [];
  const other = draws.pick(graph.nodes).id;
  const others = nodes[other]?.columns ?? [];
  const isRich = [NUMERIC, TIMED, ["string"]].every((types) => ofTypes(columns, types).length > 0);
  if (!isRich || alike(columns, others).every(({ type }) => !TIMED.includes(type))) return graph;
  const end = draws.pick(ENDINGS)(columns, draws, others);
  const into = end.type === "join"
    ? [{ source: last, target: "end", port: "left" as const }, {
      source: other,
      target: "end",
      port: "right" as const,
    }]
    : [{ source: last, target: "end" }];
  const extended: Graph = { version: 1, nodes: [...graph.nodes, end], edges: [...graph.edges, ...into] };
  const problems = propagate(extended, catalog).nodes.end?.problems ?? [];
  return problems.some(({ severity }) => severity !== "warning") ? graph : extended;
}

/** A last node over a table alone, or over it sorted: nothing else stands between what it says and what it does. */
export function endedAlone(draws: Draws, catalog: Catalog): Graph {
  const { database, table, columns } = draws.pick([dense, dense, hostile]);
  const source = node("near", "data_source", { database, table });
  // By every column the order is total, which functions over it need to mean but one thing.
  const rest = draws.next(2) === 0 ? [] : columns.map(({ name }) => ({ column: name, direction: "asc" }));
  const sorted = node("sorted", "sort", { keys: [...keys(columns, draws), ...rest] });
  const graph: Graph = draws.next(2) === 0
    ? { version: 1, nodes: [source], edges: [] }
    : { version: 1, nodes: [source, sorted], edges: [{ source: "near", target: "sorted" }] };
  return ended(graph, draws, catalog);
}
