import { nodeDescriptions } from "./nodes/registry.ts";
import { readGraph as readWith } from "./schema/graph.ts";
import { ReadGraph } from "./schema/read_graph.ts";

/**
 * Reads a graph from anything; what is malformed is left out of its `graph` and reported in its `problems`. A graph
 * that was read is returned as it is, so that a request reads once and hands the result on.
 */
export function readGraph(value: unknown): ReadGraph {
  return value instanceof ReadGraph ? value : readWith(value, nodeDescriptions);
}
