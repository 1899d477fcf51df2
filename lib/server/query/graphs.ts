/** A graph is read once in a request; everything after that works with what was read. */
import { type ReadGraph, readGraph } from "@/compiler/mod.ts";
import type { Problem } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";

/** Reads a graph. Throws `invalid_graph` with every problem unless its structure is sound. */
export function soundGraph(value: unknown): ReadGraph {
  const graph = readGraph(value);
  if (graph.problems.length === 0) return graph;
  throw new FlowForgeError("invalid_graph", "Cannot use this graph: its structure has problems.", {
    problems: graph.problems,
  });
}

export function isError(problem: Problem): boolean {
  return problem.severity !== "warning";
}
