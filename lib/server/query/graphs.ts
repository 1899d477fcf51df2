/** Which graphs may be run, and which problems forbid it. */
import type { ReadGraph } from "@/compiler/mod.ts";
import type { Problem } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";

/** Returns the graph. Throws `invalid_graph` with every problem unless its structure is sound. */
export function soundGraph(graph: ReadGraph): ReadGraph {
  if (graph.problems.length === 0) return graph;
  throw new FlowForgeError("invalid_graph", "Cannot use this graph: its structure has problems.", {
    problems: graph.problems,
  });
}

export function isError(problem: Problem): boolean {
  return problem.severity !== "warning";
}
