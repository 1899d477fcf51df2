/** Running the whole workflow: every node in order, so that each card can say how it went. */
import type { ResultTable } from "@/lib/server/types.ts";
import { toGraph } from "../model/graph.ts";
import { ApiError, request } from "../api.ts";
import { describe, type Editor, knownProblem } from "./editor.ts";

export interface NodeRun {
  readonly status: "pending" | "running" | "complete" | "error";
  readonly rows?: number;
  readonly truncated?: boolean;
  readonly milliseconds?: number;
  readonly detail?: string;
}

export function setRun(editor: Editor, id: string, run: NodeRun | undefined): void {
  const runs = new Map(editor.runs.peek());
  if (run) runs.set(id, run);
  else runs.delete(id);
  editor.runs.value = runs;
}

export function completed(table: ResultTable): NodeRun {
  return {
    status: "complete",
    rows: table.row_count,
    truncated: table.truncated,
    milliseconds: table.execution_ms,
  };
}

/** Runs these nodes one after the other; `signal` stops before the next one and cancels the one in flight. */
export async function runNodes(editor: Editor, ids: readonly string[], signal: AbortSignal): Promise<void> {
  const state = editor.graph.peek();
  const graph = toGraph(state);
  editor.running.value = true;
  editor.runs.value = new Map(ids.map((id) => [id, { status: "pending" }]));
  try {
    for (const id of ids) {
      if (signal.aborted) break;
      setRun(editor, id, { status: "running" });
      setRun(editor, id, await runNode(editor, id, graph, signal));
    }
  } finally {
    for (const [id, run] of editor.runs.peek()) {
      if (run?.status === "pending" || run?.status === "running") setRun(editor, id, undefined);
    }
    editor.running.value = false;
    const failed = [...editor.runs.peek().values()].filter((run) => run.status === "error").length;
    editor.message.value = signal.aborted
      ? "Run stopped."
      : failed
      ? `Run finished, ${failed} failed.`
      : "Run finished.";
  }
}

async function runNode(
  editor: Editor,
  id: string,
  graph: ReturnType<typeof toGraph>,
  signal: AbortSignal,
): Promise<NodeRun | undefined> {
  const known = knownProblem(editor, id);
  if (known) return { status: "error", detail: known.message };
  try {
    return completed(await request<ResultTable>("POST", "/preview", { graph, target_node_id: id }, signal));
  } catch (error) {
    if (signal.aborted) return undefined;
    return { status: "error", detail: error instanceof ApiError ? error.detail : String(error) };
  }
}

/** Inputs before what they feed; nodes on a broken loop come last. */
export function runOrder(editor: Editor, among: ReadonlySet<string>): readonly string[] {
  const { nodes, edges } = editor.graph.peek();
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
  return [...order, ...rest].filter((id) => among.has(id) && describe(nodes.get(id)!.type) !== undefined);
}
