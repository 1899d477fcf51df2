/** Every row of the previewed node as a file: one at a time, which can be cancelled while it is made. */
import { signal } from "@preact/signals";
import { exportRows } from "../api.ts";
import { toGraph } from "../model/graph.ts";
import { type Downloaded, toApiError } from "../request.ts";
import type { Editor } from "./editor.ts";

interface DownloadParts {
  readonly editor: Editor;
  /** The node whose rows are shown. */
  readonly target: () => string | null;
  /** The workflow's name, for the file's. */
  readonly name: () => string;
  /** Hands a file to the browser. */
  readonly keep: (file: Downloaded) => void;
}

export function createDownload({ editor, target, name, keep }: DownloadParts) {
  const running = signal(false);
  let controller = new AbortController();

  async function start(): Promise<void> {
    const id = target();
    if (id === null || running.peek()) return;
    running.value = true;
    controller = new AbortController();
    const { signal } = controller;
    try {
      const input = { graph: toGraph(editor.graph.peek()), target_node_id: id, name: name() };
      const file = await exportRows(input, signal);
      keep(file);
      editor.message.value = `Downloaded "${file.name}".`;
    } catch (error) {
      editor.message.value = signal.aborted ? "Download cancelled." : wordsOf(error);
    } finally {
      running.value = false;
    }
  }

  return { running, start, cancel: () => controller.abort() };
}

export type Download = ReturnType<typeof createDownload>;

function wordsOf(error: unknown): string {
  const { detail, problems } = toApiError(error);
  return [detail, problems[0]?.message].filter((part) => part !== undefined && part !== "").join(" ");
}
