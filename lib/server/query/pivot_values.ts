/** A pivot without values asks its column for them first, in one bounded statement of its own. */
import { type ReadGraph, valuesWanted } from "@/compiler/mod.ts";
import type { Graph, GraphNode } from "@/compiler/schema/types.ts";
import type { JsonValue } from "@/lib/server/stores/types.ts";

const MOST_PIVOT_VALUES = 100;

export type Ask = (graph: Graph, target: string, limit: number) => Promise<readonly JsonValue[]>;

interface Discovered {
  readonly graph: ReadGraph;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Fills the missing values, upstream first, since one pivot may feed another. */
export async function discoverPivotValues(graph: ReadGraph, target: string, ask: Ask): Promise<Discovered> {
  let current = graph;
  const values: Record<string, readonly string[]> = {};
  for (const { node, column } of valuesWanted(graph, target)) {
    const probe = probeFor(current.graph, node, column);
    const found = (await ask(probe.graph, probe.target, MOST_PIVOT_VALUES))
      .filter((value) => value !== null)
      .map((value) => typeof value === "boolean" ? String(value) : value);
    current = current.withConfig(node.id, { ...node.config, values: found });
    values[node.id] = found.map(String);
  }
  return { graph: current, values };
}

/** The pivot's own place becomes the choice of its column; distinct, non-null and ordered values follow it. */
function probeFor(
  graph: Graph,
  pivot: GraphNode,
  column: string,
): { readonly graph: Graph; readonly target: string } {
  const { position } = pivot;
  const free = (name: string) => {
    const taken = new Set(graph.nodes.map(({ id }) => id));
    let id = name;
    while (taken.has(id)) id += "_";
    return id;
  };
  const [present, distinct, ordered] = [free("pivot_present"), free("pivot_distinct"), free("pivot_ordered")];
  const steps: readonly GraphNode[] = [
    {
      id: present,
      type: "filter",
      position,
      config: { logic: "and", conditions: [{ column, operator: "is_not_null" }] },
    },
    { id: distinct, type: "unique", position, config: {} },
    { id: ordered, type: "sort", position, config: { keys: [{ column, direction: "asc" }] } },
  ];
  const select: GraphNode = { id: pivot.id, type: "select", position, config: { columns: [column] } };
  return {
    target: ordered,
    graph: {
      version: 1,
      nodes: [...graph.nodes.map((node) => node.id === pivot.id ? select : node), ...steps],
      edges: [
        ...graph.edges.filter(({ source }) => source !== pivot.id),
        { source: pivot.id, target: present },
        { source: present, target: distinct },
        { source: distinct, target: ordered },
      ],
    },
  };
}
