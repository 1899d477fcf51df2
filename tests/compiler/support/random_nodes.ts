/** One random node of each type over given columns. */
import type { Column, GraphNode } from "@/compiler/mod.ts";
import { node } from "./graphs.ts";
import type { Draws } from "./draws.ts";
import { isTime, meets, randomGroup, valueOf } from "./random_conditions.ts";
import {
  type Around,
  freshName,
  functionsOf,
  hasExactSquares,
  isExact,
  isNumeric,
  type Make,
  nameOf,
  namesOf,
  sortKeys,
} from "./random_parts.ts";
import { randomFormula } from "./random_formulas.ts";
import { HOSTILE_NAMES } from "./random_tables.ts";
import { randomWindow } from "./random_windows.ts";

function rename(around: Around): Record<string, unknown> {
  const { draws, columns } = around;
  const [one, other] = [nameOf(around), nameOf(around)];
  if (one !== other && draws.once(3)) {
    return { renames: [{ from: one, to: other }, { from: other, to: one }] };
  }
  const chosen = draws.some(columns, 2).map((column) => column.name);
  return { renames: chosen.map((from) => ({ from, to: freshName(around) })) };
}

function bucket(name: string, { columns, draws }: Around): Record<string, unknown> {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined || !isTime(column) || draws.once(2)) return {};
  const days = ["day", "week", "month", "quarter", "year"];
  const units = column.type === "date" ? days : ["second", "minute", "hour", ...days];
  return { bucket: { size: 1 + draws.next(40), unit: draws.pick(units) } };
}

function metric(as: string, around: Around): Record<string, unknown> {
  const { columns, draws } = around;
  if (draws.once(6)) return { function: "count", as };
  const column = draws.pick(columns);
  const where = draws.once(3) ? { where: randomGroup(columns, draws, 1) } : {};
  if (isNumeric(column) && draws.once(4)) {
    // Within these bounds the order in which the rows are added up does not show.
    const bounds = { column: column.name, operator: "between", value: [-1_000_000, 1_000_000] };
    const names = [
      "avg",
      ...(column.type === "decimal" ? [] : ["sum"]),
      ...(hasExactSquares(column) || column.type === "float64" ? ["stddev", "variance"] : []),
    ];
    const group = { logic: "and", conditions: [bounds, ...(where.where ? [where.where] : [])] };
    if (isExact(column) && draws.once(3)) {
      const weight = draws.pick(columns.filter(isExact));
      const positive = { column: weight.name, operator: "between", value: [0, 1_000_000] };
      const both = { ...group, conditions: [...group.conditions, positive] };
      return { function: "weighted_avg", column: column.name, weight: weight.name, as, where: both };
    }
    return { function: draws.pick(names), column: column.name, as, where: group };
  }
  if (isNumeric(column) && draws.once(4)) {
    const p = draws.pick([0, 5, 25, 33.3, 50, 90, 99.9, 100]);
    return { function: "percentile", column: column.name, p, as, ...where };
  }
  const name = draws.pick([...functionsOf(column), "first", "last"]);
  const isEdge = name === "first" || name === "last";
  const order_by = isEdge
    ? namesOf(around, 2).map((key) => ({ column: key, direction: draws.pick(["asc", "desc"]) }))
    : [];
  return {
    function: name,
    column: column.name,
    as,
    ...where,
    ...(isEdge ? { order_by, ignore_nulls: draws.once(2) } : {}),
  };
}

function pivot({ columns, draws }: Around): Record<string, unknown> {
  const value = draws.pick(columns);
  const column = draws.pick(columns.filter((each) => each.type !== "boolean").concat(value));
  const values = draws.once(2)
    ? [valueOf(column, draws), valueOf(column, draws)]
    : column.type === "string"
    ? ["a", "AAPL", "'; DROP TABLE x; --"]
    : [1, 2, 7];
  const rows = draws.once(4) ? [] : draws.some(columns, 2).map((row) => row.name);
  return { rows, column: column.name, value: value.name, function: draws.pick(functionsOf(value)), values };
}

/** A cast of one of these columns to a type that takes it; floating point stays as it is. */
function cast(names: readonly string[], { columns, draws }: Around): Record<string, unknown> {
  const column = draws.pick(columns.filter(({ name }) => names.includes(name)));
  const numbers = ["int64", "decimal"];
  const types = column.type === "string"
    ? [...numbers, "date", "datetime", "string"]
    : isExact(column)
    ? numbers
    : column.type === "datetime"
    ? ["date", "string"]
    : ["string"];
  const type = column.type === "float64" ? "float64" : draws.pick(types);
  const isRead = column.type === "string" && (type === "date" || type === "datetime");
  return {
    column: column.name,
    type,
    ...(type === "decimal" && draws.once(2) ? { scale: draws.next(10) } : {}),
    ...(isRead && draws.once(2) ? { format: draws.pick(["YYYY-MM-DD", "D.M.YY", "MMM D YYYY HH:mm"]) } : {}),
  };
}

export const MAKERS: Readonly<Record<string, Make>> = {
  filter: ({ columns, draws }) => randomGroup(columns, draws, 2),
  select: (around) => {
    const columns = namesOf(around, 5);
    return { columns, ...(around.draws.once(3) ? { casts: [cast(columns, around)] } : {}) };
  },
  rename,
  sort: (around) => ({ keys: sortKeys(around, 2) }),
  limit: ({ draws }) => ({ count: draws.next(15), offset: draws.next(4) }),
  sample: ({ draws, portable }) =>
    portable
      ? { mode: "percent", size: 100 }
      : { mode: draws.pick(["rows", "percent"]), size: 5 + draws.next(30), seed: draws.next(3) },
  unique: (around) => {
    const { draws } = around;
    if (draws.once(2)) return {};
    const keep = { column: nameOf(around), direction: draws.pick(["asc", "desc"]) };
    return { columns: namesOf(around, 2), ...(draws.once(4) ? {} : { keep }) };
  },
  group_by: (around) => {
    const { id, draws } = around;
    const keys = draws.once(4) ? [] : namesOf(around, 2);
    const count = draws.next(keys.length > 0 ? 5 : 4) + (keys.length > 0 ? 0 : 1);
    return {
      keys: keys.map((column) => ({
        column,
        ...bucket(column, around),
        ...(draws.once(4) ? { as: freshName(around) } : {}),
      })),
      metrics: Array.from({ length: count }, (_, at) => metric(`m${at}${id}`, around)),
    };
  },
  formula: (around) => ({
    as: around.draws.once(3) ? nameOf(around) : freshName(around),
    expression: randomFormula(around),
  }),
  window: randomWindow,
  pivot,
  unpivot: (around) => {
    const { columns, draws } = around;
    const first = draws.pick(columns);
    const same = columns.filter((column) => meets(first, column));
    const listed = [first, ...draws.some(same, 3)].map((column) => column.name);
    return {
      columns: [...new Set(listed)],
      name: freshName(around),
      value: draws.once(3) ? first.name : `value${around.id}`,
    };
  },
};

/** Pictures, for the last node of a workflow. */
const numbers = ({ columns }: Around) => columns.filter(isNumeric);
const series: Make = (around) => {
  const { columns, draws } = around;
  const x = nameOf(around);
  const free = columns.filter((column) => column.name !== x);
  if (free.length === 0) return { x, y: [x] };
  const y = draws.some(free, 2);
  const colours = free.filter((column) => !y.includes(column));
  const common = functionsOf(y[0] ?? draws.pick(free)).filter((name) =>
    y.every((column) => functionsOf(column).includes(name))
  );
  return {
    x,
    y: y.map((column) => column.name),
    ...(colours.length > 0 && draws.once(2) ? { color: draws.pick(colours).name } : {}),
    ...(draws.once(2) ? { function: draws.pick(common) } : {}),
  };
};

export const PICTURES: Readonly<Record<string, Make>> = {
  table_view: (around) => ({
    ...(around.draws.once(2) ? { columns: namesOf(around, 4) } : {}),
    ...(around.draws.once(2) ? { sort: sortKeys(around, 2) } : {}),
  }),
  bar_chart: series,
  line_chart: series,
  candlestick: (around) => {
    const [time] = around.columns.filter(isTime);
    const [open = "", high = "", low = "", close = ""] = numbers(around).map((column) => column.name);
    return { time: time?.name ?? "", open, high, low, close };
  },
  scatter_plot: (around) => {
    const [y, size] = numbers(around).map((column) => column.name);
    const x = around.columns.find((column) => column.name !== y && column.name !== size);
    return { x: x?.name ?? "", y: y ?? "", ...(size ? { size } : {}) };
  },
  kpi_card: (around) => {
    const { columns, draws } = around;
    const metric = draws.pick(columns);
    const time = columns.find(isTime);
    const unit = draws.pick(["hour", "day", "month", "year"]);
    return {
      metric: metric.name,
      function: draws.pick(functionsOf(metric)),
      ...(time && draws.once(2)
        ? { compare: { column: time.name, period: { size: 1 + draws.next(30), unit } } }
        : {}),
    };
  },
  pivot_table: (around) => {
    const { columns, draws } = around;
    const value = draws.pick(columns);
    const dimensions = namesOf(around, 3);
    const rows = draws.next(dimensions.length + 1);
    return {
      rows: dimensions.slice(0, rows),
      columns: dimensions.slice(rows),
      value: value.name,
      function: draws.pick(functionsOf(value)),
      totals: draws.once(2),
    };
  },
};

/** A join, and the node that has to stand before its right side, so that the rows are the same everywhere. */
export function randomJoin(
  id: string,
  left: readonly Column[],
  right: readonly Column[],
  draws: Draws,
  ties: boolean,
): { readonly join: GraphNode; readonly before?: GraphNode } {
  const suffix = `_${id}`;
  const [one, other] = pair(left, right, draws);
  const keys = [{ left: one.name, right: other.name }];
  if (draws.once(3)) {
    const [more, match] = pair(left, right, draws);
    keys.push({ left: more.name, right: match.name });
  }
  const kind = draws.pick(["inner", "left", "right", "full", "semi", "anti", "cross", "asof"]);
  if (kind === "cross") {
    // A few rows are enough to multiply by.
    const before = node(`${id}-few`, "limit", { count: draws.next(4), offset: draws.next(2) });
    return { join: node(id, "join", { kind, suffix }), before };
  }
  const times = [left, right].map((columns) => columns.filter(isTime));
  if (kind !== "asof" || times.some((list) => list.length === 0)) {
    return { join: node(id, "join", { kind: kind === "asof" ? "inner" : kind, keys, suffix }) };
  }
  const [leftTime, rightTime] = times.map((list) => draws.pick(list).name);
  const unit = draws.pick(["hour", "day", "month", "year"]);
  const asof = {
    left: leftTime,
    right: rightTime,
    direction: draws.pick(["backward", "forward"]),
    ...(draws.once(2) ? { tolerance: { size: 1 + draws.next(40), unit } } : {}),
  };
  if (ties) return { join: node(id, "join", { kind, keys, asof, suffix }) };
  // Of several rows at one moment any is right, so there is but one.
  const alone = [...new Set([...keys.map((key) => key.right), rightTime ?? ""])];
  const before = node(`${id}-one`, "unique", {
    columns: alone,
    keep: { column: other.name, direction: "asc" },
  });
  return { join: node(id, "join", { kind, keys, asof, suffix }), before };
}

/** Columns that can be matched, where there are any; seldom of two types. */
function pair(left: readonly Column[], right: readonly Column[], draws: Draws): readonly [Column, Column] {
  const one = draws.pick(left);
  const same = right.filter((other) => draws.once(4) ? meets(one, other) : one.type === other.type);
  return [one, draws.pick(same.length === 0 ? right : same)];
}

export function randomUnion(
  id: string,
  left: readonly Column[],
  right: readonly Column[],
  draws: Draws,
): GraphNode {
  if (!draws.once(3)) return node(id, "union", {});
  const columns = draws.some(left, 4).map((one, at) => {
    const same = right.filter((other) => meets(one, other));
    const other = same.length === 0 ? undefined : draws.pick(same).name;
    const as = draws.once(2) ? one.name : `${draws.pick(HOSTILE_NAMES)}${at}`;
    if (other === undefined || draws.once(5)) return { as, left: one.name };
    return draws.once(5) ? { as, right: other } : { as, left: one.name, right: other };
  });
  return node(id, "union", { columns });
}
