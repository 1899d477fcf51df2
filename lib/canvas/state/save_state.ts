/** What is known of the saved workflow: which version the server has, what it is called, and how saving goes. */
import { batch, computed, signal } from "@preact/signals";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import type { GraphState } from "../model/graph.ts";
import { isDirty, markSaved } from "../model/history.ts";
import type { Editor } from "./editor.ts";

export type SaveStatus = "saved" | "unsaved" | "saving" | "conflict" | "failed";

/** The workflow as the server has it; `id` is null until the first save. */
export interface Saved extends Pick<Workflow, "name" | "version"> {
  readonly id: string | null;
}

export function createSaveState(editor: Editor, initial: Saved) {
  const saved = signal(initial);
  const name = signal(initial.name);
  const phase = signal<"idle" | "saving" | "conflict" | "failed">("idle");
  const dirty = computed(() => isDirty(editor.history.value) || name.value !== saved.value.name);
  const status = computed<SaveStatus>(() =>
    phase.value !== "idle" ? phase.value : dirty.value ? "unsaved" : "saved"
  );
  /** Why the last attempt failed, for people. */
  const failure = signal("");

  /** The server has this graph now, as a part of this workflow; edits made since it was sent stay unsaved. */
  function accept({ id, version, name }: Workflow, graph: GraphState): void {
    batch(() => {
      saved.value = { id, version, name };
      editor.history.value = markSaved(editor.history.peek(), graph);
      failure.value = "";
    });
  }

  return { saved, name, phase, dirty, status, failure, accept };
}

export type SaveState = ReturnType<typeof createSaveState>;
