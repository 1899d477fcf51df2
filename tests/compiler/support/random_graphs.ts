/** Random workflows over hostile data, drawn from a list of numbers so that a failure shrinks. */
import { type Catalog, type Column, type Graph, type GraphNode, propagate } from "@/compiler/mod.ts";
import { node } from "./graphs.ts";
import { DAYS, DECIMALS, HOSTILE_NAMES, INTS, TEXTS, TIMES } from "./random_tables.ts";

/** A small random source: each draw takes the next number, so fewer numbers mean a smaller case. */
export class Draws {
  #at = 0;
  constructor(readonly numbers: readonly number[]) {}

  get done(): boolean {
    return this.#at >= this.numbers.length;
  }

  next(below: number): number {
    const value = this.numbers[this.#at] ?? 0;
    this.#at += 1;
    return below <= 0 ? 0 : value % below;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.next(list.length)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  }
}

export interface RandomOptions {
  /** Leaves out what two engines may do differently, such as which rows a sample draws. */
  readonly portable: boolean;
}

export function randomGraph(draws: Draws, catalog: Catalog, options: RandomOptions): Graph {
  const nodes: GraphNode[] = [source("n0", draws, catalog)];
  const edges: Graph["edges"][number][] = [];
  const steps = 1 + draws.next(7);
  for (let step = 1; step <= steps && !draws.done; step++) {
    const id = `n${step}`;
    const known = propagate({ version: 1, nodes, edges }, catalog).nodes;
    const readable = nodes.filter((candidate) => (known[candidate.id]?.columns.length ?? 0) > 0);
    const input = draws.next(5) === 0 ? draws.pick(readable) : readable.at(-1) ?? draws.pick(nodes);
    const columns = known[input.id]?.columns ?? [];
    const kind = draws.pick(KINDS);
    if (kind === "join" || kind === "union") {
      const fromTable = draws.next(3) === 0;
      const other = fromTable ? source(`t${step}`, draws, catalog) : draws.pick(readable);
      if (fromTable) nodes.push(other);
      const otherColumns = propagate({ version: 1, nodes, edges }, catalog).nodes[other.id]?.columns ?? [];
      const made = kind === "join" ? randomJoin(id, columns, otherColumns, draws) : node(id, "union", {});
      nodes.push(made);
      edges.push({ source: input.id, target: id, port: "left" }, {
        source: other.id,
        target: id,
        port: "right",
      });
    } else {
      nodes.push(randomNode(id, kind, columns, draws, options));
      edges.push({ source: input.id, target: id });
    }
    const problems = propagate({ version: 1, nodes, edges }, catalog).nodes[id]?.problems ?? [];
    if (problems.some((problem) => problem.severity !== "warning")) {
      nodes.pop();
      while (edges.at(-1)?.target === id) edges.pop();
    }
  }
  return { version: 1, nodes, edges };
}

const KINDS = [
  "filter",
  "filter",
  "select",
  "rename",
  "sort",
  "limit",
  "sample",
  "unique",
  "group_by",
  "group_by",
  "formula",
  "formula",
  "window",
  "window",
  "join",
  "union",
  "pivot",
] as const;

function source(id: string, draws: Draws, catalog: Catalog): GraphNode {
  const limit = draws.next(6) === 0 ? { limit: 1 + draws.next(20) } : {};
  // The first table is the rich one, and comes most often.
  const table = catalog.tables[draws.next(catalog.tables.length * 2)] ?? catalog.tables[0];
  if (table === undefined) throw new Error("a catalogue without tables");
  const names = table.columns.map((column) => column.name);
  const columns = draws.next(6) === 0
    ? { columns: names.filter((_, at) => at !== 0 || draws.next(2) === 0) }
    : {};
  return node(id, "data_source", { database: table.database, table: table.table, ...limit, ...columns });
}

function randomNode(
  id: string,
  kind: typeof KINDS[number],
  columns: readonly Column[],
  draws: Draws,
  options: RandomOptions,
): GraphNode {
  const name = () => draws.pick(columns).name;
  const names = (most: number) => [...new Set(Array.from({ length: 1 + draws.next(most) }, name))];
  const keys = (most: number) =>
    names(most).map((column) => ({
      column,
      direction: draws.pick(["asc", "desc"]),
      nulls: draws.pick(["first", "last"]),
    }));
  const fresh = () => `${draws.pick(HOSTILE_NAMES)}${draws.next(3) === 0 ? "" : id}`;
  switch (kind) {
    case "filter":
      return node(id, "filter", randomGroup(columns, draws, 2));
    case "select":
      return node(id, "select", { columns: names(5) });
    case "rename":
      return node(id, "rename", { renames: [{ from: name(), to: fresh() }] });
    case "sort":
      return node(id, "sort", { keys: keys(2) });
    case "limit":
      return node(id, "limit", { count: draws.next(15), offset: draws.next(4) });
    case "sample":
      if (options.portable) return node(id, "limit", { count: 10 });
      return node(id, "sample", {
        mode: draws.pick(["rows", "percent"]),
        size: 5 + draws.next(30),
        seed: draws.next(3),
      });
    case "unique": {
      const keep = { column: name(), direction: draws.pick(["asc", "desc"]) };
      return node(id, "unique", draws.next(2) === 0 ? {} : { columns: names(2), keep });
    }
    case "group_by":
      return node(id, "group_by", {
        keys: draws.next(4) === 0
          ? []
          : names(2).map((column) => ({ column, ...bucket(column, columns, draws) })),
        metrics: Array.from(
          { length: 1 + draws.next(2) },
          (_, at) => randomMetric(`m${at}${id}`, columns, draws),
        ),
      });
    case "pivot": {
      const [column, value] = [draws.pick(columns), draws.pick(columns)];
      const values = column.type === "string" ? ["a", "AAPL", "'; DROP TABLE x; --"] : [1, 2, 7];
      const numeric = ["int64", "decimal", "float64"].includes(value.type);
      return node(id, "pivot", {
        rows: draws.next(4) === 0 ? [] : [name()],
        column: column.name,
        value: value.name,
        function: draws.pick(numeric ? ["sum", "count", "max"] : ["count"]),
        values,
      });
    }
    case "formula":
      return node(id, "formula", {
        as: draws.next(3) === 0 ? name() : fresh(),
        expression: randomFormula(columns, draws),
      });
    default:
      return randomWindow(id, fresh(), columns, draws);
  }
}

function bucket(name: string, columns: readonly Column[], draws: Draws): Record<string, unknown> {
  const type = columns.find((column) => column.name === name)?.type;
  if ((type !== "datetime" && type !== "date") || draws.next(2) === 0) return {};
  const units = type === "date"
    ? ["day", "week", "month", "year"]
    : ["second", "hour", "day", "week", "quarter"];
  return { bucket: { size: 1 + draws.next(7), unit: draws.pick(units) } };
}

export function randomGroup(
  columns: readonly Column[],
  draws: Draws,
  depth: number,
): Record<string, unknown> {
  const conditions = Array.from({ length: draws.next(3) + (depth > 1 ? 1 : 0) }, () => {
    if (depth > 0 && draws.next(4) === 0) return randomGroup(columns, draws, depth - 1);
    return randomCondition(draws.pick(columns), columns, draws);
  });
  return { logic: draws.pick(["and", "or"]), conditions };
}

function valueOf(column: Column, draws: Draws): unknown {
  switch (column.type) {
    case "string":
      return draws.pick([...TEXTS, "AAPL"]);
    case "boolean":
      return draws.next(2) === 0;
    case "date":
      return draws.pick(DAYS);
    case "datetime":
      return `${draws.pick(TIMES).replace(" ", "T")}Z`;
    default:
      return draws.pick([...INTS, ...(column.type === "int64" ? ["1.5"] : DECIMALS)]);
  }
}

export function randomCondition(
  column: Column,
  columns: readonly Column[],
  draws: Draws,
): Record<string, unknown> {
  const same = columns.filter((other) => other.type === column.type);
  const base = { column: column.name };
  switch (draws.next(7)) {
    case 0:
      return { ...base, operator: draws.pick(["is_null", "is_not_null"]) };
    case 1:
      return {
        ...base,
        operator: draws.pick(["in", "not_in"]),
        value: [valueOf(column, draws), valueOf(column, draws)],
      };
    case 2:
      return { ...base, operator: draws.pick(["=", "!="]), other_column: draws.pick(same).name };
    case 3:
      if (column.type === "string") {
        const ignore = draws.next(2) === 0;
        return {
          ...base,
          operator: draws.pick(["contains", "not_starts_with"]),
          value: valueOf(column, draws),
          ignore_case: ignore,
        };
      }
      return { ...base, operator: "=", value: valueOf(column, draws) };
    case 4:
      if (column.type !== "boolean" && column.type !== "string") {
        return { ...base, operator: "between", value: [valueOf(column, draws), valueOf(column, draws)] };
      }
      return { ...base, operator: "!=", value: valueOf(column, draws) };
    default:
      if (column.type === "boolean") return { ...base, operator: draws.pick(["is_true", "is_false"]) };
      return { ...base, operator: draws.pick(["=", "!=", "<", ">="]), value: valueOf(column, draws) };
  }
}

function randomMetric(as: string, columns: readonly Column[], draws: Draws): Record<string, unknown> {
  const column = draws.pick(columns);
  const numeric = ["int64", "decimal", "float64"].includes(column.type);
  const where = draws.next(4) === 0 ? { where: randomGroup(columns, draws, 0) } : {};
  const choices = [
    "count",
    "count_distinct",
    "first",
    "last",
    ...(column.type === "boolean" ? [] : ["min", "max"]),
  ];
  const name = draws.pick(numeric ? [...choices, "sum", "median"] : choices);
  const order = { order_by: [{ column: draws.pick(columns).name, direction: draws.pick(["asc", "desc"]) }] };
  return {
    function: name,
    column: column.name,
    as,
    ...where,
    ...(name === "first" || name === "last" ? order : {}),
  };
}

export function quoted(column: Column): string {
  return `[${column.name.replaceAll("]", "]]")}]`;
}

function randomFormula(columns: readonly Column[], draws: Draws): string {
  const column = draws.pick(columns);
  const text = quoted(column);
  const numeric = ["int64", "decimal", "float64"].includes(column.type);
  if (numeric) {
    return draws.pick([
      `${text} + 1`,
      `-${text}`,
      `IF(${text} > 1, ${text}, 0)`,
      `${text} * 2`,
      `COALESCE(${text}, 3)`,
      "1",
    ]);
  }
  if (column.type === "string") {
    return draws.pick([`${text} & "x"`, `UPPER(${text})`, `LENGTH(${text})`, `COALESCE(${text}, "none")`]);
  }
  if (column.type === "boolean") return draws.pick([`NOT ${text}`, `IF(${text}, 1, 2)`]);
  return draws.pick([`YEAR(${text})`, `DATE_ADD("day", 1, ${text})`, `ISNULL(${text})`]);
}

function randomWindow(id: string, as: string, columns: readonly Column[], draws: Draws): GraphNode {
  const column = draws.pick(columns);
  const numeric = ["int64", "decimal"].includes(column.type);
  const name = draws.pick(
    numeric ? ["lag", "row_number", "rank", "sum", "count"] : ["lead", "first_value", "count", "dense_rank"],
  );
  const frame = draws.next(3) === 0 ? { frame: { preceding: draws.next(3), following: "current" } } : {};
  return node(id, "window", {
    function: name,
    column: column.name,
    as,
    partition_by: draws.next(2) === 0 ? [] : [draws.pick(columns).name],
    order_by: [{ column: draws.pick(columns).name, direction: draws.pick(["asc", "desc"]) }],
    ...frame,
  });
}

function randomJoin(id: string, left: readonly Column[], right: readonly Column[], draws: Draws): GraphNode {
  const a = draws.pick(left);
  const same = right.filter((other) => other.type === a.type);
  const b = same.length === 0 ? draws.pick(right) : draws.pick(same);
  const kind = draws.pick(["inner", "left", "right", "full", "semi", "anti"]);
  return node(id, "join", { kind, keys: [{ left: a.name, right: b.name }], suffix: `_${id}` });
}
