/** Whether two nodes may be connected, and by which input. */
import { nodeDescription, type Port } from "@/compiler/browser.ts";
import { downstream, edgeInto, type GraphState } from "./graph.ts";
import { titleOf } from "./title.ts";

/** An edge that someone wants to draw; unlike a saved edge it always names its port. */
interface WishedEdge {
  readonly source: string;
  readonly target: string;
  readonly port: Port;
}

/** Why an edge may not be drawn, in the user's words; undefined when it may. */
export function refusal(state: GraphState, wished: WishedEdge): string | undefined {
  const source = state.nodes.get(wished.source);
  const target = state.nodes.get(wished.target);
  if (!source || !target) return "Cannot connect: the node is no longer there.";
  if (source === target) return "Cannot connect a node to itself.";
  const inputs = nodeDescription(target.type)?.inputs;
  if (nodeDescription(source.type)?.terminal) {
    return `Cannot connect from ${titleOf(source)}: an output node ends the flow.`;
  }
  if (inputs?.length === 0) return `Cannot connect to ${titleOf(target)}: a source has no input.`;
  if (inputs && !inputs.includes(wished.port)) {
    return `Cannot connect to ${titleOf(target)}: it has no "${wished.port}" input.`;
  }
  if (downstream(state, target.id).has(source.id)) {
    return `Cannot connect: ${titleOf(target)} already feeds ${titleOf(source)}, so the flow would loop.`;
  }
  return undefined;
}

/** The input a new edge should land on: the first free one, else the first; undefined for a node without inputs. */
export function bestPort(state: GraphState, target: string): Port | undefined {
  const inputs = nodeDescription(state.nodes.get(target)?.type ?? "")?.inputs ?? [];
  return inputs.find((port) => !edgeInto(state, target, port)) ?? inputs[0];
}
