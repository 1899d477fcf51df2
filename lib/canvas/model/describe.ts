/** What a screen reader says of a node: "Filter, 2 conditions, connected from Trades". */
import { spokenCaption } from "@/compiler/browser.ts";
import type { GraphNode } from "@/compiler/schema/types.ts";
import { type Describe, titleOf } from "./connection.ts";
import { type GraphState, incoming, outgoing } from "./graph.ts";

export function spokenName(
  state: GraphState,
  node: GraphNode,
  describe: Describe,
  problem: string | undefined,
): string {
  const description = describe(node.type);
  const title = titleOf(node, description);
  const kind = node.label && description ? `, ${description.label}` : "";
  const sources = names(state, incoming(state, node.id).map((edge) => edge.source), describe);
  const targets = names(state, outgoing(state, node.id).map((edge) => edge.target), describe);
  const needsInput = (description?.inputs.length ?? 0) > 0;
  return [
    title + kind,
    spokenCaption(node.type, node.config),
    node.disabled ? "bypassed" : "",
    sources ? `connected from ${sources}` : needsInput ? "not connected" : "",
    targets ? `feeds ${targets}` : "",
    problem ? `problem: ${problem}` : "",
  ].filter(Boolean).join(", ");
}

function names(state: GraphState, ids: readonly string[], describe: Describe): string {
  return ids.flatMap((id) => {
    const node = state.nodes.get(id);
    return node ? [titleOf(node, describe(node.type))] : [];
  }).join(" and ");
}
