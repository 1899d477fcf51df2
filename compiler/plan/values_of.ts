/** A workflow that looks up the values which a node waits for. */
import { type ReadGraph, upstreamOf } from "../schema/read_graph.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/types.ts";
import type { ValuesWanted } from "./reads.ts";

interface ValuesLookup {
  readonly graph: Graph;
  /**
   * Its rows are the values that most rows have, `most` of them, in their natural order: `value`, and `rows`, how many
   * rows have it. Of values with equally many rows the smaller ones come first.
   */
  readonly values: string;
  /** One row, one column: how many values there are in all. */
  readonly count: string;
}

/**
 * The values are read from the node's own input, so whatever is compiled with the options of the result (entitlements,
 * filters, locked filters) finds the values that the result has. No value is not one of them.
 */
export function valuesOf(read: ReadGraph, { node, column, most }: ValuesWanted): ValuesLookup {
  const input = upstreamOf(read, node.id).map((entry) => entry.node).filter(({ id }) => id !== node.id);
  const known = new Set(input.map(({ id }) => id));
  const edges = read.graph.edges.filter(({ source, target }) => known.has(source) && known.has(target));
  const source = read.nodes.get(node.id)?.inputs.get("in");
  const { position } = node;
  const step = (name: string, type: GraphNode["type"], config: GraphNode["config"]): GraphNode => {
    let id = name;
    while (known.has(id)) id += "_";
    known.add(id);
    return { id, type, position, config };
  };
  const keys = (first: readonly [string, string], ...more: readonly (readonly [string, string])[]) => ({
    keys: [first, ...more].map(([name, direction]) => ({ column: name, direction })),
  });
  const present = step("present", "filter", {
    logic: "and",
    conditions: [{ column, operator: "is_not_null" }],
  });
  const counted = step("counted", "group_by", {
    keys: [{ column, as: "value" }],
    metrics: [{ function: "count", as: "rows" }],
  });
  const heaviest = step("heaviest", "sort", keys(["rows", "desc"], ["value", "asc"]));
  const kept = step("kept", "limit", { count: most });
  const natural = step("natural", "sort", keys(["value", "asc"]));
  const total = step("total", "group_by", { metrics: [{ function: "count", as: "values" }] });
  const path = [present, counted, heaviest, kept, natural];
  const steps: GraphEdge[] = path.slice(1).map(({ id }, at) => ({ source: path[at]?.id ?? "", target: id }));
  if (source !== undefined) steps.push({ source, target: present.id });
  steps.push({ source: counted.id, target: total.id });
  return {
    graph: { version: 1, nodes: [...input, ...path, total], edges: [...edges, ...steps] },
    values: natural.id,
    count: total.id,
  };
}
