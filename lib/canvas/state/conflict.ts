/** The two ways out when another save came first; neither loses anything. */
import { batch } from "@preact/signals";
import { createWorkflow, readWorkflow } from "../api.ts";
import { fromGraph, toGraph } from "../model/graph.ts";
import { markSaved } from "../model/history.ts";
import { toApiError } from "../request.ts";
import { draftKey, dropDraft } from "./drafts.ts";
import type { Editor } from "./editor.ts";
import type { SaveState } from "./save_state.ts";
import type { SavingHost } from "./saving_host.ts";

export function createConflict(editor: Editor, state: SaveState, host: SavingHost) {
  const { saved, name, phase, failure } = state;

  /** Takes the server's version; what was here stays one undo away. */
  async function loadTheirs(): Promise<void> {
    const { id } = saved.peek();
    if (id === null) return;
    try {
      const theirs = await readWorkflow(id);
      const graph = fromGraph(theirs.graph);
      batch(() => {
        editor.run({ kind: "replace", graph });
        state.accept(theirs, graph);
        name.value = theirs.name;
        phase.value = "idle";
      });
      dropDraft(host.storage, draftKey(id));
      editor.message.value = "Loaded the saved version. Undo brings yours back.";
    } catch (error) {
      failure.value = toApiError(error).detail;
    }
  }

  /** Saves what is here as a workflow of its own and opens that one. */
  async function saveAsCopy(): Promise<void> {
    try {
      const content = { name: `${name.peek()} (my copy)`, graph: toGraph(editor.graph.peek()) };
      const copy = await createWorkflow(content);
      dropDraft(host.storage, draftKey(saved.peek().id));
      batch(() => {
        editor.history.value = markSaved(editor.history.peek(), editor.graph.peek());
        name.value = saved.peek().name;
        phase.value = "idle";
      });
      host.open(copy.id);
    } catch (error) {
      failure.value = toApiError(error).detail;
    }
  }

  return { loadTheirs, saveAsCopy };
}
