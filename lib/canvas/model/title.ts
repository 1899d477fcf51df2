/** What a node is called: the user's own name for it, else its type's. */
import { type GraphNode, nodeDescription } from "@/compiler/browser.ts";
import type { GraphState } from "./graph.ts";

export function titleOf(node: GraphNode): string {
  return node.label || nodeDescription(node.type)?.label || node.type;
}

/** The title of a node by its id; empty when the node is gone. */
export function titleIn(state: GraphState, id: string): string {
  const node = state.nodes.get(id);
  return node ? titleOf(node) : "";
}
