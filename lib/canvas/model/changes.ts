/** Which nodes' results an edit made old: those it touched and everything they feed. Moving and naming touch nothing. */
import type { GraphNode } from "@/compiler/browser.ts";
import { downstream, edgeKey, type GraphState, incoming } from "./graph.ts";

export function outdated(before: GraphState, after: GraphState): ReadonlySet<string> {
  const result = new Set<string>();
  if (before === after) return result;
  const edgesChanged = before.edges !== after.edges;
  for (const node of after.nodes.values()) {
    const previous = before.nodes.get(node.id);
    const same = previous !== undefined && sameMeaning(previous, node) &&
      (!edgesChanged || inputs(before, node.id) === inputs(after, node.id));
    if (same || result.has(node.id)) continue;
    for (const id of downstream(after, node.id)) result.add(id);
  }
  return result;
}

function sameMeaning(a: GraphNode, b: GraphNode): boolean {
  return a === b ||
    (a.type === b.type && a.config === b.config && (a.disabled ?? false) === (b.disabled ?? false));
}

function inputs(state: GraphState, id: string): string {
  return incoming(state, id).map(edgeKey).sort().join("\n");
}
