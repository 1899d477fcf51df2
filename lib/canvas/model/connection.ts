/** May this wire be drawn? Answers the reason it may not, in the user's words. */
import type { NodeDescription } from "@/compiler/browser.ts";
import type { GraphNode, Port } from "@/compiler/schema/types.ts";
import { downstream, edgeInto, type GraphState } from "./graph.ts";

export type Describe = (type: string) => NodeDescription | undefined;

export interface Wire {
  readonly source: string;
  readonly target: string;
  readonly port: Port;
}

export function refusal(state: GraphState, wire: Wire, describe: Describe): string | undefined {
  const source = state.nodes.get(wire.source);
  const target = state.nodes.get(wire.target);
  if (!source || !target) return "Cannot connect: the node is no longer there.";
  if (source === target) return "Cannot connect a node to itself.";
  const from = describe(source.type);
  const to = describe(target.type);
  if (from?.terminal) return `Cannot connect from ${titleOf(source, from)}: an output node ends the flow.`;
  if (to?.inputs.length === 0) return `Cannot connect to ${titleOf(target, to)}: a source has no input.`;
  if (to && !to.inputs.includes(wire.port)) {
    return `Cannot connect to ${titleOf(target, to)}: it has no "${wire.port}" input.`;
  }
  if (downstream(state, target.id).has(source.id)) {
    return `Cannot connect: ${titleOf(target, to)} already feeds ${
      titleOf(source, from)
    }, so the flow would loop.`;
  }
  return undefined;
}

/** The input a wire should land on: the first free one, else the first. */
export function bestPort(state: GraphState, target: string, describe: Describe): Port | undefined {
  const inputs = describe(state.nodes.get(target)?.type ?? "")?.inputs ?? [];
  return inputs.find((port) => !edgeInto(state, target, port)) ?? inputs[0];
}

export function titleOf(node: GraphNode, description: NodeDescription | undefined): string {
  return node.label || description?.label || node.type;
}
