/** A pivot without values asks its column for them first, in one bounded statement of its own. */
import type { Graph, GraphNode } from "@/compiler/schema/types.ts";
import type { JsonValue } from "@/lib/server/stores/types.ts";
import { upstreamOf } from "./graphs.ts";

export const MOST_PIVOT_VALUES = 100;

export type Ask = (graph: Graph, target: string, limit: number) => Promise<readonly JsonValue[]>;

export interface Discovered {
  readonly graph: Graph;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Fills the missing values, upstream first, since one pivot may feed another. */
export async function discoverPivotValues(graph: Graph, target: string, ask: Ask): Promise<Discovered> {
  let current = graph;
  const values: Record<string, readonly string[]> = {};
  for (const node of upstreamOf(graph, target).filter(lacksValues)) {
    const probe = probeFor(current, node);
    const found = (await ask(probe.graph, probe.target, MOST_PIVOT_VALUES))
      .filter((value) => value !== null)
      .map((value) => typeof value === "boolean" ? String(value) : value);
    current = withConfig(current, node, { ...node.config, values: found });
    values[node.id] = found.map(String);
  }
  return { graph: current, values };
}

function lacksValues({ type, disabled, config }: GraphNode): boolean {
  return type === "pivot" && !disabled && config.values === undefined && typeof config.column === "string";
}

function withConfig(graph: Graph, { id }: GraphNode, config: GraphNode["config"]): Graph {
  return { ...graph, nodes: graph.nodes.map((node) => node.id === id ? { ...node, config } : node) };
}

/** The pivot's own place becomes the choice of its column; distinct, non-null and ordered values follow it. */
function probeFor(graph: Graph, pivot: GraphNode): { readonly graph: Graph; readonly target: string } {
  const column = pivot.config.column;
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
