/** What a screen reader says of a node: "Filter, 2 conditions, connected from Trades". */
import { type GraphNode, nodeDescription } from "@/compiler/browser.ts";
import { annotation } from "./annotate.ts";
import { type GraphState, incoming, outgoing } from "./graph.ts";
import { list, record } from "./read.ts";
import { titleIn, titleOf } from "./title.ts";

export function spokenName(state: GraphState, node: GraphNode, problem: string | undefined): string {
  const description = nodeDescription(node.type);
  const kind = node.label && description ? `, ${description.label}` : "";
  const sources = names(state, incoming(state, node.id).map((edge) => edge.source));
  const targets = names(state, outgoing(state, node.id).map((edge) => edge.target));
  const needsInput = (description?.inputs.length ?? 0) > 0;
  return [
    titleOf(node) + kind,
    summary(node),
    node.disabled ? "bypassed" : "",
    sources ? `connected from ${sources}` : needsInput ? "not connected" : "",
    targets ? `feeds ${targets}` : "",
    problem ? `problem: ${problem}` : "",
  ].filter(Boolean).join(", ");
}

function summary(node: GraphNode): string {
  if (node.type !== "filter") return annotation(node.type, node.config);
  const count = conditions(node.config);
  return count === 1 ? "1 condition" : `${count} conditions`;
}

function conditions(group: unknown, depth = 0): number {
  if (depth > 50) return 0;
  return list(record(group).conditions).reduce<number>(
    (sum, item) => sum + (Array.isArray(record(item).conditions) ? conditions(item, depth + 1) : 1),
    0,
  );
}

function names(state: GraphState, ids: readonly string[]): string {
  return ids.map((id) => titleIn(state, id)).filter(Boolean).join(" and ");
}
