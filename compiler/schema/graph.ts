/**
 * Reads a graph from anything: collects structural problems with their paths, never throws, never loops.
 * Ids live in Maps, so that none of them, `__proto__` included, can do harm before it is refused.
 */
import { LIMITS } from "./limits.ts";
import { inputsFirst, reportCycles } from "./order.ts";
import { reportPrototypeKey } from "./prototype_keys.ts";
import { readEdges } from "./read_edges.ts";
import { ReadGraph, type TypeShapes } from "./read_graph.ts";
import { readNodes } from "./read_nodes.ts";
import { shown } from "./shown.ts";
import type { Graph } from "./types.ts";
import { isRecord } from "./untyped.ts";
import type { Problem } from "./vocabulary.ts";

const EMPTY: Graph = { version: 1, nodes: [], edges: [] };

export function readGraph(value: unknown, types: TypeShapes): ReadGraph {
  if (!isRecord(value)) return refused("invalid_graph", "Cannot read the graph: it is not an object.");
  const given = { nodes: value.nodes, edges: value.edges };
  for (const key of ["nodes", "edges"] as const) {
    const [list, most] = [given[key], LIMITS[key]];
    if (!Array.isArray(list)) {
      return refused("invalid_graph", `Cannot read the graph: \`${key}\` is not a list.`, key);
    }
    if (list.length > most) {
      const message = `Cannot use a graph of more than ${most} ${key}: it has ${list.length}.`;
      return refused("too_large", message, key);
    }
  }
  const problems: Problem[] = [];
  if (value.version !== undefined && value.version !== 1) {
    problems.push({
      code: "invalid_graph",
      message: `Cannot read graph version ${shown(value.version)}: this program knows version 1.`,
      field: "version",
    });
  }
  reportPrototypeKey(value, "", "invalid_graph", problems);
  const read = readNodes(given.nodes as unknown[], types, problems);
  const { nodes } = read;
  const { edges, refused: misconnected } = readEdges(given.edges as unknown[], read, types, problems);
  const order = inputsFirst(nodes, (id) => nodes.get(id)?.inputs.values() ?? []);
  reportCycles(nodes, order, misconnected, problems);
  const graph = problems.length === 0
    ? value as unknown as Graph
    : { ...value, version: 1 as const, nodes: [...nodes.values()].map((entry) => entry.node), edges };
  return new ReadGraph(graph, nodes, order, problems);
}

function refused(code: string, message: string, field?: string): ReadGraph {
  return new ReadGraph(EMPTY, new Map(), [], [{ code, message, ...(field ? { field } : {}) }]);
}
