/** Saving by hand and by itself; after a conflict neither version is lost. */
import { fromGraph, toGraph } from "../model/graph.ts";
import { startAutosave } from "./autosave.ts";
import { createConflict } from "./conflict.ts";
import { type Draft, draftKey, dropDraft, readDraft } from "./drafts.ts";
import type { Editor } from "./editor.ts";
import { createSave } from "./save.ts";
import { createSaveState, type Saved } from "./save_state.ts";
import type { SavingHost } from "./saving_host.ts";

export function createSaving(editor: Editor, initial: Saved, host: SavingHost) {
  const state = createSaveState(editor, initial);
  const save = createSave(editor, state, host);
  const { saved, name, status, failure, dirty } = state;
  const key = () => draftKey(saved.peek().id);

  /** A draft left behind by an earlier visit, when it says something else than the server does. */
  function leftBehind(): Draft | undefined {
    const draft = readDraft(host.storage, key());
    if (!draft) return undefined;
    const same = JSON.stringify(draft.graph) === JSON.stringify(toGraph(editor.graph.peek())) &&
      draft.name === name.peek();
    return same ? undefined : draft;
  }

  function restore(draft: Draft): void {
    editor.run({ kind: "replace", graph: fromGraph(draft.graph) });
    name.value = draft.name;
    editor.message.value = "Unsaved work restored.";
  }

  return {
    saved,
    name,
    status,
    failure,
    dirty,
    save,
    ...createConflict(editor, state, host),
    leftBehind,
    restore,
    discardDraft: () => dropDraft(host.storage, key()),
    start: () => startAutosave(editor, state, host, save),
  };
}

export type Saving = ReturnType<typeof createSaving>;
