import { nodeDescription } from "@/compiler/browser.ts";
import type { GraphState } from "./graph.ts";

/** The order in which nodes run: inputs before what they feed; nodes on a loop, and behind one, come last. */
export function runOrder({ nodes, edges }: GraphState, among: ReadonlySet<string>): readonly string[] {
  const waiting = new Map(
    [...nodes.keys()].map((id) => [id, edges.filter((edge) => edge.target === id).length]),
  );
  const order: string[] = [];
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const edge of edges) {
      if (edge.source !== id) continue;
      const left = waiting.get(edge.target)! - 1;
      waiting.set(edge.target, left);
      if (left === 0) ready.push(edge.target);
    }
  }
  const rest = [...nodes.keys()].filter((id) => !order.includes(id));
  return [...order, ...rest].filter((id) =>
    among.has(id) && nodeDescription(nodes.get(id)!.type) !== undefined
  );
}
