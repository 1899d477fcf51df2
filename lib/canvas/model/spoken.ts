/** What a screen reader says of a node: "Filter, 2 conditions, connected from Trades". */
import { type GraphNode, nodeDescription, spokenCaption } from "@/compiler/browser.ts";
import { type GraphState, incoming, outgoing } from "./graph.ts";
import { titleIn, titleOf } from "./title.ts";

export function spokenName(state: GraphState, node: GraphNode, problem: string | undefined): string {
  const description = nodeDescription(node.type);
  const kind = node.label && description ? `, ${description.label}` : "";
  const sources = names(state, incoming(state, node.id).map((edge) => edge.source));
  const targets = names(state, outgoing(state, node.id).map((edge) => edge.target));
  const needsInput = (description?.inputs.length ?? 0) > 0;
  return [
    titleOf(node) + kind,
    spokenCaption(node.type, node.config),
    node.disabled ? "bypassed" : "",
    sources ? `connected from ${sources}` : needsInput ? "not connected" : "",
    targets ? `feeds ${targets}` : "",
    problem ? `problem: ${problem}` : "",
  ].filter(Boolean).join(", ");
}

function names(state: GraphState, ids: readonly string[]): string {
  return ids.map((id) => titleIn(state, id)).filter(Boolean).join(" and ");
}
