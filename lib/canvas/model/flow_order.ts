import { inputsFirst } from "@/compiler/browser.ts";
import { type GraphState, incoming } from "./graph.ts";

/** The ids of all nodes, inputs before what they feed; nodes on a loop, and behind one, come last. */
export function flowOrder(state: GraphState): readonly string[] {
  const sources = (id: string) =>
    incoming(state, id).map((edge) => edge.source).filter((source) => state.nodes.has(source));
  const order = inputsFirst(state.nodes, sources);
  const sorted = new Set(order);
  return [...order, ...[...state.nodes.keys()].filter((id) => !sorted.has(id))];
}
