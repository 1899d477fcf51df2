import type { Graph, GraphNode } from "@/compiler/schema/types.ts";
import type { Layout } from "@/lib/server/widgets/schema.ts";
import type { Workflow } from "@/lib/server/workflows/schema.ts";

/** A worked example: a workflow and the outputs worth pinning. */
export interface Template extends Pick<Workflow, "id" | "name" | "description" | "graph"> {
  readonly pins: readonly { readonly nodeId: string; readonly title: string; readonly layout: Layout }[];
}

type Step = Omit<GraphNode, "position">;

/** A graph of one straight line, laid out from left to right; the last step may fan out with `outputs`. */
export function chain(steps: readonly Step[], outputs: readonly Step[] = []): Graph {
  const last = steps[steps.length - 1]!;
  return {
    version: 1,
    nodes: [
      ...steps.map((step, index) => ({ ...step, position: { x: 60 + index * 260, y: 160 } })),
      ...outputs.map((step, index) => ({
        ...step,
        position: { x: 60 + steps.length * 260, y: 160 + (index - (outputs.length - 1) / 2) * 160 },
      })),
    ],
    edges: [
      ...steps.slice(1).map((step, index) => ({ source: steps[index]!.id, target: step.id })),
      ...outputs.map((step) => ({ source: last.id, target: step.id })),
    ],
  };
}
