/** Saves by itself a while after the last edit, and keeps a draft in this browser until then. */
import { effect } from "@preact/signals";
import { toGraph } from "../model/graph.ts";
import { draftKey, writeDraft } from "./drafts.ts";
import type { Editor } from "./editor.ts";
import type { SaveState } from "./save_state.ts";
import type { SavingHost } from "./saving_host.ts";

const AUTOSAVE_MS = 2000;
/** A new workflow gets its id before a draft is due: drafts without an id would be shared by all new tabs. */
const FIRST_SAVE_MS = 250;
const DRAFT_MS = 400;

/** Saves changes after a pause, and drafts of them sooner, until the returned function is called. */
export function startAutosave(
  editor: Editor,
  { saved, name, phase, dirty }: SaveState,
  host: SavingHost,
  save: () => Promise<void>,
): () => void {
  let saving: ReturnType<typeof setTimeout> | undefined;
  let drafting: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(saving);
    clearTimeout(drafting);
  };
  const stop = effect(() => {
    const changed = dirty.value;
    const graph = editor.graph.value;
    const title = name.value;
    clear();
    if (!changed || editor.dialog.peek()?.kind === "draft") return;
    if (phase.peek() === "failed") phase.value = "idle";
    drafting = setTimeout(() => {
      const { id, version } = saved.peek();
      writeDraft(host.storage, draftKey(id), {
        name: title,
        version,
        graph: toGraph(graph),
        savedAt: new Date().toISOString(),
      });
    }, DRAFT_MS);
    const wait = saved.peek().id === null ? FIRST_SAVE_MS : AUTOSAVE_MS;
    if (phase.peek() !== "conflict") saving = setTimeout(() => void save(), wait);
  });
  return () => {
    stop();
    clear();
  };
}
