/** How many rows leave a node right now: the preview of a count that is added behind it in the request alone. */
import { effect, signal } from "@preact/signals";
import type { Graph, GraphNode } from "@/compiler/browser.ts";
import { preview } from "../api.ts";
import { outdated } from "../model/changes.ts";
import { type GraphState, toGraph } from "../model/graph.ts";
import type { Editor } from "./editor.ts";
import { PREVIEW_DEBOUNCE_MS } from "./preview.ts";
import { knownProblem } from "../model/schemas.ts";

const COUNTER: GraphNode = {
  id: "match_count",
  type: "group_by",
  position: { x: 0, y: 0 },
  config: { keys: [], metrics: [{ function: "count", as: "rows" }] },
};

export function createMatchCount(editor: Editor, nodeId: string) {
  /** null while it is not known. */
  const count = signal<number | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();
  let counted: GraphState | undefined;

  function cancel(): void {
    clearTimeout(timer);
    controller.abort();
  }

  async function ask(graph: Graph): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    try {
      const table = await preview({ graph, target_node_id: COUNTER.id }, signal);
      count.value = Number(table.rows[0]?.[0] ?? 0);
    } catch {
      // The count is only a hint; the preview below the canvas says what went wrong.
    }
  }

  /** Follows the edits that change the count; returns what stops it. */
  function start(): () => void {
    const stop = effect(() => {
      const graph = editor.graph.value;
      if (counted !== undefined && !outdated(counted, graph).has(nodeId)) return;
      counted = graph;
      cancel();
      count.value = null;
      if (knownProblem(graph, editor.propagation.value, nodeId)) return;
      timer = setTimeout(() => void ask(withCounter(graph, nodeId)), PREVIEW_DEBOUNCE_MS);
    });
    return () => {
      stop();
      cancel();
    };
  }

  return { count, start };
}

function withCounter(state: GraphState, nodeId: string): Graph {
  const graph = toGraph(state);
  return {
    ...graph,
    nodes: [...graph.nodes, COUNTER],
    edges: [...graph.edges, { source: nodeId, target: COUNTER.id }],
  };
}
