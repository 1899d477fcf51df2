/** What propagation found out about a node: its columns and its problems. */
import type { NodeSchema, Problem, Propagation } from "@/compiler/browser.ts";
import { type GraphState, upstream } from "./graph.ts";
import { worded } from "./wording.ts";

const nothing: NodeSchema = { columns: [], problems: [] };

/** A node's columns and problems; empty for a node that propagation does not know. */
export function schemaOf(propagation: Propagation, id: string): NodeSchema {
  return Object.hasOwn(propagation.nodes, id) ? worded(propagation.nodes[id]!) : nothing;
}

export function firstError(problems: readonly Problem[]): Problem | undefined {
  return problems.find((problem) => problem.severity !== "warning");
}

/** The error at the node or above it that the others follow from: reason enough not to ask the server. */
export function knownProblem(graph: GraphState, propagation: Propagation, id: string): Problem | undefined {
  const errors = new Map<string, Problem>();
  for (const each of upstream(graph, id)) {
    const error = firstError(schemaOf(propagation, each).problems);
    if (error) errors.set(each, error);
  }
  const isFirst = (each: string) =>
    [...upstream(graph, each)].every((other) => other === each || !errors.has(other));
  return errors.get([...errors.keys()].find(isFirst) ?? id);
}
