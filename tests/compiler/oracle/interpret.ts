/**
 * What a workflow means, said a second time in plain TypeScript over JavaScript rows, from the description of the
 * nodes alone: nothing of the compiler is asked but which type a formula has.
 */
import type {
  Catalog,
  Column,
  DashboardFilter,
  Entitlements,
  Graph,
  GraphNode,
  TimeRange,
} from "@/compiler/schema/types.ts";
import type { Rows } from "../support/engines.ts";
import { periodBefore, readFor } from "./compared.ts";
import { keeps } from "./conditions.ts";
import type { Circumstances, World } from "./node.ts";
import { cutOf } from "./order.ts";
import { type Asked, type Origin, originsOf, rangeFilters, sourceFilters, spansRows } from "./origins.ts";
import { MEANINGS } from "./registry.ts";
import { type Outcome, type Relation } from "./relation.ts";
import { Undecided } from "./values.ts";

interface Options {
  readonly entitlements?: Entitlements;
  readonly filters?: readonly DashboardFilter[];
  readonly locked?: readonly DashboardFilter[];
  readonly range?: TimeRange;
  /** Says the tables' event times, where the world does not. */
  readonly catalog?: Catalog;
  readonly limit?: number;
  readonly offset?: number;
  readonly now: string;
  /**
   * The rows that an engine gives for a node which leaves a choice, such as a limit inside a tie. They are checked to
   * be a possible choice, and what follows is computed from them. Without it some choice is made.
   */
  readonly ask?: (nodeId: string) => Promise<Rows>;
}

/** Above this the interpreter, slow on purpose, says nothing. */
const MOST_LINES = 3000;

/** Of a node's columns, by name: the filters that are applied further up, on this way from the target. */
type Lifted = ReadonlyMap<string, ReadonlySet<number>>;

const NONE: Lifted = new Map();

export function interpret(graph: Graph, target: string, given: World, options: Options): Promise<Outcome> {
  const world = timed(given, options.catalog);
  const tables = world.tables.map(({ table }) => table);
  return interpretUnder(graph, target, world, options, [
    ...options.filters ?? [],
    ...(options.range ? rangeFilters(options.range, graph.nodes, tables) : []),
  ]);
}

async function interpretUnder(
  graph: Graph,
  target: string,
  world: World,
  options: Options,
  filters: readonly Asked[],
): Promise<Outcome> {
  const around: Circumstances = {
    world,
    ...(options.entitlements === undefined ? {} : { entitlements: options.entitlements }),
    filters,
    locked: options.locked ?? [],
    now: Date.parse(options.now),
  };
  const nodeOf = (id: string): GraphNode => {
    const node = graph.nodes.find((each) => each.id === id);
    if (node === undefined) throw new TypeError(`There is no node ${id}`);
    return node;
  };
  const known = new Map<string, Promise<Relation>>();
  const settled = (id: string, lifted: Lifted): Promise<Relation> => {
    if (lifted.size > 0) return outcomeOf(id, lifted).then(unasked);
    const relation = known.get(id) ?? outcomeOf(id, NONE).then(async (outcome) => {
      if (outcome.settle === undefined || options.ask === undefined) return outcome.relation;
      return outcome.settle(await options.ask(id));
    });
    known.set(id, relation);
    return relation;
  };
  const shapes = new Map<string, Promise<Relation>>();
  /** A node without rows: its columns and its order do not depend on them. */
  const shapeOf = (id: string): Promise<Relation> => {
    const found = shapes.get(id) ?? newShape(nodeOf(id));
    shapes.set(id, found);
    return found;
  };
  const columnsOf = async (id: string): Promise<readonly Column[]> => (await shapeOf(id)).columns;
  const nothing = { ...around, world: { tables: world.tables.map((each) => ({ ...each, rows: [] })) } };
  async function newShape(node: GraphNode): Promise<Relation> {
    const inputs = await Promise.all(inputsOf(graph, node).map(shapeOf));
    const relation = node.disabled ? inputs[0]! : MEANINGS[node.type](node.config, inputs, nothing).relation;
    return { ...relation, lines: [] };
  }
  const carried = new Map<string, Promise<ReadonlyMap<string, ReadonlySet<number>>>>();
  const carriedBy = (id: string) => {
    const found = carried.get(id) ?? carriersOf(id);
    carried.set(id, found);
    return found;
  };
  async function carriersOf(id: string): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
    const node = nodeOf(id);
    const own = await columnsOf(id);
    if (node.type === "data_source") return sourceFilters(node, own, filters, world);
    const before = await Promise.all(inputsOf(graph, node).map(carriedBy));
    const found = new Map<string, ReadonlySet<number>>();
    for (const [name, origins] of await originsAt(node)) {
      const sets = origins.map((origin) => before[origin.input]?.get(origin.name) ?? new Set<number>());
      const [first = new Set<number>()] = sets;
      const isShared = sets.every((each) => each.symmetricDifference(first).size === 0);
      if (node.type === "union" && !node.disabled && !isShared) continue;
      found.set(name, sets.reduce((all, each) => all.union(each), new Set<number>()));
    }
    return found;
  }
  const originsAt = async (node: GraphNode) =>
    originsOf(node, await Promise.all(inputsOf(graph, node).map(columnsOf)), await columnsOf(node.id));

  /** The filters that come to stand right behind this node. */
  async function liftsAt(node: GraphNode, lifted: Lifted): Promise<Lifted> {
    const [before] = inputsOf(graph, node);
    if (before === undefined || filters.length === 0) return NONE;
    const [input, under] = [await columnsOf(before), await carriedBy(node.id)];
    const found = [...under].filter(([name, of]) =>
      of.size > 0 && !lifted.has(name) && spansRows(node, input, name)
    );
    return new Map(found);
  }

  const conditionsOf = (columns: Lifted) =>
    [...columns].flatMap(([column, of]) => [...of].map((index) => ({ ...filters[index]!, column })));

  /** The filters, by their place, that say which values a column can have, through whatever computes it. */
  async function filtersBehind(id: string, name: string): Promise<ReadonlySet<number>> {
    const node = nodeOf(id);
    const own = await columnsOf(id);
    if (node.type === "data_source") {
      return sourceFilters(node, own, filters, world).get(name) ?? new Set();
    }
    const inputs = inputsOf(graph, node);
    const [first = ""] = inputs;
    const origins = await readAt(node, name);
    const behind = await Promise.all(
      origins.map(({ input, name }) => filtersBehind(inputs[input] ?? first, name)),
    );
    return new Set(behind.flatMap((each) => [...each]));
  }
  async function readAt(node: GraphNode, name: string): Promise<readonly Origin[]> {
    const inputs = await Promise.all(inputsOf(graph, node).map(columnsOf));
    const own = await columnsOf(node.id);
    const origins = originsOf(node, inputs, own).get(name);
    if (origins !== undefined) return origins;
    if (filters.length > 0 && (node.type === "join" || node.type === "union")) {
      throw new Undecided("what it is read from");
    }
    return readFor(node, name, (inputs[0] ?? []).map((column) => column.name)).map((column) => ({
      input: 0,
      name: column,
    }));
  }

  /** Of a card under a range on the time that it compares by. */
  async function comparedAt(node: GraphNode): Promise<Circumstances["compared"]> {
    const compare = node.type === "kpi_card" && !node.disabled && node.config["compare"];
    const [before] = inputsOf(graph, node);
    if (!compare || before === undefined || filters.length === 0) return undefined;
    const behind = await filtersBehind(before, (compare as { readonly column: string }).column);
    const sources = upstream(before).filter(({ type }) => type === "data_source");
    const found = periodBefore(behind, filters, sources, world, around.now);
    if (found?.filters === undefined) return found && {};
    const { limit: _limit, offset: _offset, ask: _ask, ...others } = options;
    return { before: unasked(await interpretUnder(graph, before, world, others, found.filters)) };
  }
  const upstream = (id: string): readonly GraphNode[] => [
    nodeOf(id),
    ...inputsOf(graph, nodeOf(id)).flatMap(upstream),
  ];

  const outcomeOf = async (id: string, lifted: Lifted): Promise<Outcome> => {
    const node = nodeOf(id);
    const before = inputsOf(graph, node);
    const lifts = await liftsAt(node, lifted);
    const compared = await comparedAt(node);
    const all = new Map([...lifted, ...lifts]);
    const origins = all.size === 0 ? new Map<string, never>() : await originsAt(node);
    const inputs = await Promise.all(
      before.map((each, input) => settled(each, through(all, origins, input))),
    );
    if (node.disabled) return { relation: inputs[0]! };
    const asked = node.type === "data_source"
      ? { ...around, filters: remaining(filters, all) }
      : { ...around, ...(compared && { compared }) };
    const outcome = MEANINGS[node.type](node.config, inputs, asked);
    if (outcome.relation.lines.length > MOST_LINES) throw new Undecided("too many rows");
    if (lifts.size === 0) return outcome;
    const relation = unasked(outcome);
    const isAsked = keeps({ logic: "and", conditions: conditionsOf(lifts) }, relation.columns, around.now);
    return { relation: { ...relation, lines: relation.lines.filter(isAsked) } };
  };
  const outcome = await outcomeOf(target, NONE);
  const { limit = Infinity, offset = 0 } = options;
  if (offset === 0 && outcome.relation.lines.length <= limit) return outcome;
  if (outcome.settle !== undefined) throw new Undecided("a page of rows that are not settled");
  return cutOf(outcome.relation, offset, limit);
}

/** The world with the event times that the catalogue says. */
function timed({ tables }: World, catalog: Catalog | undefined): World {
  const saidOf = ({ database, table }: World["tables"][number]["table"]) =>
    catalog?.tables.find((each) => each.database === database && each.table === table);
  return {
    tables: tables.map(({ table, rows }) => ({
      rows,
      table: { ...table, eventTime: (saidOf(table) ?? table).eventTime },
    })),
  };
}

/** Nobody can be asked for rows that a filter further up takes away. */
function unasked({ relation, settle }: Outcome): Relation {
  if (settle !== undefined) throw new Undecided("a choice below a filter that stands further up");
  return relation;
}

function through(
  lifted: Lifted,
  origins: ReadonlyMap<string, readonly { readonly input: number; readonly name: string }[]>,
  input: number,
): Lifted {
  const found = new Map<string, ReadonlySet<number>>();
  for (const [name, of] of lifted) {
    for (const origin of origins.get(name) ?? []) if (origin.input === input) found.set(origin.name, of);
  }
  return found;
}

function remaining(filters: readonly Asked[], lifted: Lifted): readonly Asked[] {
  return filters.filter(({ column }, index) => !lifted.get(column)?.has(index));
}

/** The one input, or left before right. */
function inputsOf({ edges }: Graph, { id, disabled }: GraphNode): readonly string[] {
  const into = edges.filter((edge) => edge.target === id);
  const sources = ["in", "left", "right"].flatMap((port) =>
    into.filter((edge) => (edge.port ?? "in") === port).map((edge) => edge.source)
  );
  return disabled ? sources.slice(0, 1) : sources;
}
