/** Sends the workflow to the server, one save at a time. */
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import { createWorkflow, updateWorkflow } from "../api.ts";
import { type GraphState, toGraph } from "../model/graph.ts";
import { toApiError } from "../request.ts";
import { draftKey, dropDraft } from "./drafts.ts";
import type { Editor } from "./editor.ts";
import type { SaveState } from "./save_state.ts";
import type { SavingHost } from "./saving_host.ts";

export function createSave(editor: Editor, state: SaveState, host: SavingHost): () => Promise<void> {
  const { saved, name, phase, failure, dirty } = state;
  let again = false;

  async function save(): Promise<void> {
    if (phase.peek() === "saving") {
      again = true;
      return;
    }
    if (phase.peek() === "conflict") {
      editor.dialog.value = { kind: "conflict" };
      return;
    }
    if (!dirty.peek() && saved.peek().id !== null) return;
    const sent = editor.graph.peek();
    phase.value = "saving";
    try {
      accept(await send(name.peek().trim() || "Untitled workflow", sent), sent);
      phase.value = "idle";
    } catch (error) {
      fail(error);
    }
    if (again) {
      again = false;
      await save();
    }
  }

  function send(name: string, graph: GraphState): Promise<Workflow> {
    const { id, version } = saved.peek();
    const content = { name, graph: toGraph(graph) };
    return id === null ? createWorkflow(content) : updateWorkflow(id, { ...content, version });
  }

  function accept(workflow: Workflow, sent: GraphState): void {
    const before = saved.peek();
    if (name.peek().trim() === "") name.value = workflow.name;
    state.accept(workflow, sent);
    if (before.id === null) host.created(workflow.id);
    dropDraft(host.storage, draftKey(before.id));
  }

  function fail(error: unknown): void {
    const { status, detail } = toApiError(error);
    phase.value = status === 409 ? "conflict" : "failed";
    failure.value = status === 401
      ? "Cannot save: you were signed out. Sign in again in another tab; your work is kept in this browser."
      : detail;
    if (status === 409) editor.dialog.value = { kind: "conflict" };
  }

  return save;
}
