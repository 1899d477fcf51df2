/** Which nodes can be worked out, in which order, and which cannot because they depend on themselves. */
import type { ReadNode } from "./read_graph.ts";
import { shown } from "./shown.ts";
import type { Problem } from "./vocabulary.ts";

type SourcesOf = (id: string) => Iterable<string>;

/** Kahn's algorithm, stable in the order of the nodes; whatever remains lies on or behind a cycle. */
export function inputsFirst(nodes: ReadonlyMap<string, unknown>, sourcesOf: SourcesOf): readonly string[] {
  const waiting = new Map<string, number>();
  const consumers = new Map<string, string[]>();
  for (const id of nodes.keys()) {
    let count = 0;
    for (const source of sourcesOf(id)) {
      count++;
      const list = consumers.get(source);
      if (list === undefined) consumers.set(source, [id]);
      else list.push(id);
    }
    waiting.set(id, count);
  }
  const order = [...nodes.keys()].filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < order.length; at++) {
    for (const consumer of consumers.get(order[at] ?? "") ?? []) {
      const left = (waiting.get(consumer) ?? 0) - 1;
      waiting.set(consumer, left);
      if (left === 0) order.push(consumer);
    }
  }
  return order;
}

/** An edge that is refused for its port may close a cycle too. */
export function reportCycles(
  nodes: ReadonlyMap<string, ReadNode>,
  order: readonly string[],
  refused: ReadonlyMap<string, readonly string[]>,
  problems: Problem[],
): void {
  if (refused.size === 0 && order.length === nodes.size) return;
  const sourcesOf = (id: string) => [...nodes.get(id)?.inputs.values() ?? [], ...refused.get(id) ?? []];
  const sorted = new Set(inputsFirst(nodes, sourcesOf));
  const stuck = new Set([...nodes.keys()].filter((id) => !sorted.has(id)));
  for (const id of membersOfCycles(stuck, sourcesOf)) {
    problems.push({
      code: "cycle",
      message: `Cannot order the graph: node ${shown(id)} depends on itself.`,
      nodeId: id,
      field: `nodes[${nodes.get(id)?.index}]`,
      hint: "Remove one of the edges that lead back to it.",
    });
  }
}

/** Takes away from the stuck nodes those that merely follow a cycle. */
function membersOfCycles(stuck: ReadonlySet<string>, sourcesOf: SourcesOf): readonly string[] {
  const consumed = new Map<string, number>();
  for (const id of stuck) {
    for (const source of sourcesOf(id)) consumed.set(source, (consumed.get(source) ?? 0) + 1);
  }
  const members = new Set(stuck);
  const idle = [...stuck].filter((id) => !consumed.get(id));
  for (let id = idle.pop(); id !== undefined; id = idle.pop()) {
    members.delete(id);
    for (const source of sourcesOf(id)) {
      const left = (consumed.get(source) ?? 0) - 1;
      consumed.set(source, left);
      if (left === 0 && members.has(source)) idle.push(source);
    }
  }
  return [...members];
}
