import { compile, createPropagator, propagate } from "@/compiler/mod.ts";
import type { Catalog, Graph, GraphEdge, GraphNode } from "@/compiler/schema/types.ts";
import { type Figure, median, ms } from "./figures.ts";

const CATALOG: Catalog = {
  tables: [{
    database: "flowforge",
    table: "raw_trades",
    store: "clickhouse",
    symbolColumn: "symbol",
    columns: [
      { name: "trade_id", type: "string", nullable: false, storeType: "String" },
      { name: "event_time", type: "datetime", nullable: false, storeType: "DateTime64(3, 'UTC')" },
      { name: "symbol", type: "string", nullable: false, storeType: "String" },
      {
        name: "quantity",
        type: "decimal",
        nullable: false,
        precision: 18,
        scale: 4,
        storeType: "Decimal(18, 4)",
      },
      {
        name: "price",
        type: "decimal",
        nullable: false,
        precision: 18,
        scale: 6,
        storeType: "Decimal(18, 6)",
      },
    ],
  }],
};

const BASE = CATALOG.tables[0]!.columns.map((column) => column.name);

/** A chain as an analyst draws one: formula, filter, select and sort in turn between a source and a table. */
function chainGraph(size: number): Graph {
  const middle = (index: number): Pick<GraphNode, "type" | "config"> => {
    const round = Math.floor((index - 1) / 4);
    switch (index % 4) {
      case 1:
        return {
          type: "formula",
          config: { as: `v${round}`, expression: "ROUND([price] * [quantity], 2) + 1" },
        };
      case 2:
        return {
          type: "filter",
          config: {
            logic: "and",
            conditions: [{ column: `v${round}`, operator: ">", value: String(round) }],
          },
        };
      case 3:
        return { type: "select", config: { columns: BASE } };
      default:
        return { type: "sort", config: { keys: [{ column: "event_time", direction: "desc" }] } };
    }
  };
  const nodes: GraphNode[] = Array.from({ length: size }, (_, index) => ({
    id: `n${index}`,
    position: { x: index * 200, y: 0 },
    ...(index === 0
      ? { type: "data_source" as const, config: { database: "flowforge", table: "raw_trades" } }
      : index === size - 1
      ? { type: "table_view" as const, config: {} }
      : middle(index)),
  }));
  const edges: GraphEdge[] = nodes.slice(1).map((node, index) => ({ source: `n${index}`, target: node.id }));
  return { version: 1, nodes, edges };
}

const TARGETS: Readonly<Record<number, number>> = { 10: 0.3, 100: 3, 1000: 40 };

const EDITED = 500;
const EDIT_TARGET_MS = 2;

/** What the canvas waits for after a keystroke in a large graph: at its end, and at its start with new columns. */
export function benchEdit(): Figure[] {
  const graph = chainGraph(EDITED);
  const edit = (at: number, as: string) => {
    const update = createPropagator();
    update(graph, CATALOG);
    let run = 0;
    const samples = timedEach(
      () => withConfig(graph, at, { as, expression: `[price] + ${++run}` }),
      (edited) => void update(edited, CATALOG),
      500,
    );
    return median(samples);
  };
  const passing = passingGraph();
  const update = createPropagator();
  let run = 0;
  const everywhere = median(timedEach(
    () => {
      const columns = ++run % 2 ? BASE : BASE.toReversed();
      return withConfig(passing, 0, { ...passing.nodes[0]!.config, columns });
    },
    (edited) => void update(edited, CATALOG),
    500,
  ));
  const late = edit(EDITED - 7, `v${(EDITED - 8) / 4}`);
  const early = edit(1, "v0");
  const whole = median(timedEach(() => graph, (fresh) => void propagate(fresh, CATALOG), 300));
  return [
    ["in the last formula but a few", late],
    ["in the first formula", early],
    ["of the source, seen by all of them", everywhere],
  ].map(([where, measured]) => ({
    what: `types after one edit among ${EDITED} nodes, ${where}`,
    measured: ms(Number(measured)),
    beside: `all of it anew ${ms(whole)}`,
    target: `< ${EDIT_TARGET_MS} ms`,
    met: Number(measured) < EDIT_TARGET_MS,
  }));
}

/** The chain without what picks columns: a change of the source's columns reaches every node. */
function passingGraph(): Graph {
  const graph = chainGraph(EDITED);
  const nodes = graph.nodes.map((node) =>
    node.type === "select"
      ? { ...node, type: "limit" as const, config: { count: 1_000_000 } }
      : node.type === "formula"
      ? { ...node, config: { ...node.config, as: "v" } }
      : node.type === "filter"
      ? { ...node, config: { logic: "and", conditions: [{ column: "v", operator: ">", value: "1" }] } }
      : node
  );
  return { ...graph, nodes };
}

function withConfig(graph: Graph, at: number, config: GraphNode["config"]): Graph {
  return { ...graph, nodes: graph.nodes.with(at, { ...graph.nodes[at]!, config }) };
}

/** Runs as long again beforehand without measuring, so that the code is warm. */
function timedEach<T>(prepare: () => T, run: (input: T) => void, budgetMs: number): number[] {
  const warm = performance.now() + budgetMs;
  while (performance.now() < warm) run(prepare());
  const samples: number[] = [];
  const until = performance.now() + budgetMs;
  while (performance.now() < until || samples.length < 5) {
    const input = prepare();
    const started = performance.now();
    run(input);
    samples.push(performance.now() - started);
  }
  return samples;
}

/** Median of warm runs of validate, propagate, plan, merge and emit; schema propagation alone stands beside it. */
export function benchCompile(): Figure[] {
  return [5, 10, 50, 100, 500, 1000].map((size) => {
    const graph = chainGraph(size);
    const target = `n${size - 1}`;
    const options = {
      catalog: CATALOG,
      dialect: "clickhouse" as const,
      entitlements: { symbols: "all" as const },
    };
    const first = compile(graph, target, options);
    if (!first.ok) {
      throw new Error(`Cannot compile the bench graph: ${JSON.stringify(first.problems.slice(0, 3))}`);
    }
    const whole = () => void compile(graph, target, options);
    const compiled = median(timedEach(() => {}, whole, 500));
    const propagated = median(timedEach(() => {}, () => void propagate(graph, CATALOG), 300));
    const limit = TARGETS[size];
    return {
      what: `compile ${size} nodes into ${first.levels} SELECT`,
      measured: ms(compiled),
      beside: `propagate alone ${ms(propagated)}`,
      ...(limit === undefined ? {} : { target: `< ${limit} ms`, met: compiled < limit }),
    };
  });
}

const REFUSAL_TARGET_MS = 500;

/** A graph that is too deep or too wrong costs no more than reading it. */
export function benchRefusals(): Figure[] {
  let deep: Record<string, unknown> = { logic: "and", conditions: [] };
  for (let depth = 0; depth < 100_000; depth++) deep = { logic: "and", conditions: [deep] };
  const unknown = Array.from(
    { length: 2_000 },
    (_, at) => ({ column: `unknown ${at}`, operator: "=", value: 1 }),
  );
  return ([
    ["100,000 nested groups", deep],
    ["2,000 unknown columns", { logic: "and", conditions: unknown }],
  ] as const).map(([what, config]) => {
    const graph = chainGraph(3);
    const refused = { ...graph, nodes: graph.nodes.with(1, { ...graph.nodes[1]!, type: "filter", config }) };
    const options = { catalog: CATALOG, dialect: "clickhouse" as const };
    const measured = median(timedEach(() => {}, () => void compile(refused, "n2", options), 300));
    return {
      what: `refuse ${what}`,
      measured: ms(measured),
      beside: "",
      target: `< ${REFUSAL_TARGET_MS} ms`,
      met: measured < REFUSAL_TARGET_MS,
    };
  });
}
