/**
 * Where the columns of a node come from, by their names: which column of which input stands in each unchanged, in every
 * row. From this follows which of a viewer's filters a column is under, and so what may be filtered behind a window.
 */
import type { CatalogTable, Column, DashboardFilter, GraphNode, TimeRange } from "@/compiler/schema/types.ts";
import { checkFormula } from "@/compiler/formula/mod.ts";
import type { World } from "./node.ts";

export interface Origin {
  readonly input: number;
  readonly name: string;
}

type Origins = ReadonlyMap<string, readonly Origin[]>;

type Listed = readonly { readonly column: string; readonly bucket?: unknown; readonly as?: string }[];

const SIDES: Readonly<Record<string, readonly number[]>> = {
  inner: [0, 1],
  cross: [0, 1],
  left: [0],
  asof: [0],
  semi: [0],
  anti: [0],
  right: [1],
  full: [],
};

export function originsOf(
  node: GraphNode,
  inputs: readonly (readonly Column[])[],
  own: readonly Column[],
): Origins {
  const [first = []] = inputs;
  const config = node.config;
  const same = (names: readonly string[]): Origins =>
    new Map(names.map((name) => [name, [{ input: 0, name }]]));
  const names = first.map(({ name }) => name);
  if (node.disabled) return same(names);
  const grouped = (keys: Listed): Origins =>
    new Map(
      keys.filter(({ bucket }) => bucket === undefined)
        .map(({ column, as }) => [as ?? column, [{ input: 0, name: column }]]),
    );
  switch (node.type) {
    case "data_source":
      return new Map();
    case "filter":
    case "sort":
    case "limit":
    case "sample":
    case "unique":
    case "window":
      return same(names);
    case "select":
    case "table_view":
      return same((config["columns"] as readonly string[] | undefined) ?? names);
    case "formula":
      return same(names.filter((name) => name !== config["as"]));
    case "fill":
      return same([
        String(config["time"]),
        ...((config["partition_by"] as readonly string[] | undefined) ?? []),
      ]);
    case "unpivot": {
      const listed = (config["columns"] ?? []) as readonly string[];
      return same(names.filter((name) => !listed.includes(name)));
    }
    case "rename": {
      const renames = (config["renames"] ?? []) as readonly { from: string; to: string }[];
      const to = (name: string) => renames.find(({ from }) => from === name)?.to ?? name;
      return new Map(names.map((name) => [to(name), [{ input: 0, name }]]));
    }
    case "group_by":
      return grouped((config["keys"] as Listed | undefined) ?? []);
    case "pivot":
      return grouped(((config["rows"] as readonly string[] | undefined) ?? []).map((column) => ({ column })));
    case "join":
      return joined(config, inputs, own);
    case "union":
      return united(config, inputs, own);
    default:
      return new Map();
  }
}

function joined(
  config: Readonly<Record<string, unknown>>,
  [left = [], right = []]: readonly (readonly Column[])[],
  own: readonly Column[],
): Origins {
  const kind = String(config["kind"]);
  const keys = (config["keys"] ?? []) as readonly { readonly left: string; readonly right: string }[];
  const sides = SIDES[kind] ?? [];
  const dropped = ["inner", "left", "asof"].includes(kind)
    ? keys.filter((key) => key.left === key.right).map((key) => key.right)
    : [];
  const kept = right.filter(({ name }) => !dropped.includes(name));
  const origins = new Map<string, Origin[]>();
  own.forEach(({ name }, at) => {
    const origin = at < left.length
      ? { input: 0, name: left[at]!.name }
      : { input: 1, name: kept[at - left.length]!.name };
    if (sides.includes(origin.input)) origins.set(name, [origin]);
  });
  if (kind !== "inner" && kind !== "semi") return origins;
  const typeOf = (columns: readonly Column[], of: string) => {
    const { type, precision, scale } = columns.find(({ name }) => name === of)!;
    return [type, precision, scale].join();
  };
  // What an equal key of the other side is filtered by, this one is too.
  for (const found of origins.values()) {
    const [{ input, name }] = found as [Origin];
    for (const key of keys) {
      if (typeOf(left, key.left) !== typeOf(right, key.right)) continue;
      if (input === 0 && key.left === name) found.push({ input: 1, name: key.right });
      if (input === 1 && key.right === name) found.push({ input: 0, name: key.left });
    }
  }
  return origins;
}

function united(
  config: Readonly<Record<string, unknown>>,
  inputs: readonly (readonly Column[])[],
  own: readonly Column[],
): Origins {
  const mapping = config["columns"] as readonly { as: string; left?: string; right?: string }[] | undefined;
  return new Map(own.flatMap((column): [string, Origin[]][] => {
    const entry = mapping?.find(({ as }) => as === column.name) ??
      { left: column.name, right: column.name };
    const origins = [entry.left, entry.right].flatMap((name, input) => {
      const found = inputs[input]?.find((each) => each.name === name);
      const isSame = found && found.type === column.type && found.precision === column.precision &&
        found.scale === column.scale;
      return isSame ? [{ input, name: found.name }] : [];
    });
    return origins.length === 2 ? [[column.name, origins]] : [];
  }));
}

/** A viewer's filter, or the part of a range that is about the sources with one event time. */
export interface Asked extends DashboardFilter {
  readonly isRange?: true;
}

/** The column that a range reaches in a source: its own choice, where "" is none, or the table's. */
function eventTimeOf({ event_time: own }: GraphNode["config"], table: CatalogTable): string | undefined {
  return typeof own === "string" ? own || undefined : table.eventTime;
}

/** Whether a filter takes rows from a source with this configuration. */
export const reaches = (
  { isRange, column }: Asked,
  table: CatalogTable | undefined,
  config: GraphNode["config"],
): boolean =>
  table !== undefined && table.columns.some(({ name }) => name === column) &&
  (!isRange || eventTimeOf(config, table) === column);

export function rangeFilters(
  { from, to, last }: TimeRange,
  nodes: readonly GraphNode[],
  tables: readonly CatalogTable[],
): readonly Asked[] {
  const columns = nodes.filter(({ type }) => type === "data_source").flatMap(({ config }) => {
    const table = tableOf(config, tables);
    return (table && eventTimeOf(config, table)) ?? [];
  });
  return [...new Set(columns)].flatMap((column): readonly Asked[] => {
    const of = { column, isRange: true } as const;
    return [
      ...(from === undefined ? [] : [{ ...of, operator: ">=", value: from }]),
      ...(to === undefined ? [] : [{ ...of, operator: "<", value: to }]),
      ...(last === undefined ? [] : [{ ...of, operator: "last_n", value: last }]),
    ];
  });
}

export const tableOf = ({ database, table }: GraphNode["config"], tables: readonly CatalogTable[]) =>
  tables.find((each) => each.database === database && each.table === table);

/** The filters, by their place, that rows of a source stand under by each of the columns it shows. */
export function sourceFilters(
  { config }: GraphNode,
  own: readonly Column[],
  filters: readonly Asked[],
  world: World,
): ReadonlyMap<string, ReadonlySet<number>> {
  const table = tableOf(config, world.tables.map((each) => each.table));
  const reads = (filter: Asked) => !isConstant(filter) && reaches(filter, table, config) && filter.column;
  return new Map(own.map(({ name }) => [
    name,
    new Set(
      table === undefined ? [] : filters.flatMap((filter, index) => reads(filter) === name ? [index] : []),
    ),
  ]));
}

/** A list without members says the same of every row, wherever it is asked. */
export const isConstant = ({ operator, value }: DashboardFilter) =>
  (operator === "in" || operator === "not_in") && Array.isArray(value) && value.length === 0;

/** Whether a node computes a value of a row from other rows that the filter must not take away. */
export function spansRows(
  { type, config, disabled }: GraphNode,
  input: readonly Column[],
  name: string,
): boolean {
  if (disabled) return false;
  if (type === "window") return !((config["partition_by"] as readonly string[]) ?? []).includes(name);
  if (type === "fill" && name === config["time"]) {
    const modes = (config["columns"] ?? []) as readonly { readonly mode: string }[];
    return ["from", "to"].some((end) => config[end] !== undefined) ||
      modes.some(({ mode }) => mode === "last" || mode === "linear");
  }
  if (type !== "formula") return false;
  const scope = new Map(input.map((column, id) => [column.name, { id, type: column }]));
  const orderBy = [{
    expr: { kind: "param", value: "1", type: { type: "int64", nullable: false } },
    direction: "asc",
    nulls: "last",
  }] as const;
  return checkFormula(String(config["expression"]), scope, { allow: "window", orderBy }).level === "window";
}
