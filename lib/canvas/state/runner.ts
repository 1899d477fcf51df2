/** Start and stop of a run; one at a time. */
import { upstream } from "../model/graph.ts";
import type { Editor } from "./editor.ts";
import { runNodes, runOrder } from "./runs.ts";

export function createRunner(editor: Editor) {
  let controller: AbortController | undefined;

  async function start(among: ReadonlySet<string>): Promise<void> {
    const ids = runOrder(editor, among);
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
