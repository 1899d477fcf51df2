/** Running nodes one after the other, so that each card can say how it went. One run at a time. */
import { type Graph, nodeDescription } from "@/compiler/browser.ts";
import { preview } from "../api.ts";
import { flowOrder } from "../model/flow_order.ts";
import { toGraph, upstream } from "../model/graph.ts";
import { toApiError } from "../request.ts";
import type { Editor } from "./editor.ts";
import { completed, type NodeRun } from "./node_run.ts";
import { knownProblem } from "../model/schemas.ts";

export function createRunner(editor: Editor) {
  let controller: AbortController | undefined;

  async function start(among: ReadonlySet<string>): Promise<void> {
    const state = editor.graph.peek();
    const isKnown = (id: string) => nodeDescription(state.nodes.get(id)!.type) !== undefined;
    const ids = flowOrder(state).filter((id) => among.has(id) && isKnown(id));
    if (editor.running.peek() || ids.length === 0) return;
    controller = new AbortController();
    await runNodes(editor, ids, controller.signal);
  }

  return {
    all: () => start(new Set(editor.graph.peek().nodes.keys())),
    to: (id: string) => start(upstream(editor.graph.peek(), id)),
    stop: () => controller?.abort(),
  };
}

export type Runner = ReturnType<typeof createRunner>;

/** Aborting stops before the next node and cancels the one in flight. */
async function runNodes(editor: Editor, ids: readonly string[], signal: AbortSignal): Promise<void> {
  const graph = toGraph(editor.graph.peek());
  editor.running.value = true;
  editor.runs.value = new Map(ids.map((id) => [id, { status: "pending" }]));
  try {
    for (const id of ids) {
      if (signal.aborted) break;
      editor.setRun(id, { status: "running" });
      editor.setRun(id, await runNode(editor, id, graph, signal));
    }
  } finally {
    for (const [id, run] of editor.runs.peek()) {
      if (run.status === "pending" || run.status === "running") editor.setRun(id, undefined);
    }
    editor.running.value = false;
    editor.message.value = signal.aborted ? "Run stopped." : outcome(editor.runs.peek());
  }
}

function outcome(runs: ReadonlyMap<string, NodeRun>): string {
  const failed = [...runs.values()].filter((run) => run.status === "error").length;
  return failed > 0 ? `Run finished, ${failed} failed.` : "Run finished.";
}

async function runNode(
  editor: Editor,
  id: string,
  graph: Graph,
  signal: AbortSignal,
): Promise<NodeRun | undefined> {
  const known = knownProblem(editor.graph.peek(), editor.propagation.peek(), id);
  if (known) return { status: "error", detail: known.message };
  try {
    return completed(await preview({ graph, target_node_id: id }, signal));
  } catch (error) {
    return signal.aborted ? undefined : { status: "error", detail: toApiError(error).detail };
  }
}
