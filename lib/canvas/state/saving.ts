/** Saving: by hand, by itself, and without ever losing either side of a conflict. */
import { computed, effect, signal } from "@preact/signals";
import type { Workflow } from "@/lib/server/types.ts";
import { ApiError, request } from "../api.ts";
import { fromGraph, type GraphState, toGraph } from "../model/graph.ts";
import { isDirty, markSaved } from "../model/history.ts";
import { type Draft, draftKey, type DraftStorage, dropDraft, readDraft, writeDraft } from "./drafts.ts";
import type { Editor } from "./editor.ts";

export const AUTOSAVE_MS = 2000;
/** A new workflow gets its id before a draft is due: drafts without an id would be shared by all new tabs. */
const FIRST_SAVE_MS = 250;
const DRAFT_MS = 400;

export type SaveStatus = "saved" | "unsaved" | "saving" | "conflict" | "failed";

export interface Saved {
  /** null until the first save. */
  readonly id: string | null;
  readonly version: number;
  readonly name: string;
}

export interface SavingHost {
  readonly storage: DraftStorage;
  /** Called when a new workflow got its id. */
  created(id: string): void;
  open(id: string): void;
}

export function createSaving(editor: Editor, initial: Saved, host: SavingHost) {
  const saved = signal(initial);
  const name = signal(initial.name);
  const phase = signal<"idle" | "saving" | "conflict" | "failed">("idle");
  const failure = signal("");
  const dirty = computed(() => isDirty(editor.history.value) || name.value !== saved.value.name);
  const status = computed<SaveStatus>(() =>
    phase.value !== "idle" ? phase.value : dirty.value ? "unsaved" : "saved"
  );
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
    const sent = { graph: editor.graph.peek(), name: name.peek().trim() || "Untitled workflow" };
    phase.value = "saving";
    try {
      accept(await store(sent), sent.graph);
      phase.value = "idle";
    } catch (error) {
      fail(error);
    }
    if (again) {
      again = false;
      await save();
    }
  }

  function store(sent: { graph: GraphState; name: string }): Promise<Workflow> {
    const { id, version } = saved.peek();
    const body = { name: sent.name, graph: toGraph(sent.graph) };
    return id === null
      ? request<Workflow>("POST", "/workflows", body)
      : request<Workflow>("PATCH", `/workflows/${id}`, { ...body, version });
  }

  function accept(workflow: Workflow, sent: GraphState): void {
    const first = saved.peek().id === null;
    const key = draftKey(saved.peek().id);
    if (name.peek().trim() === "") name.value = workflow.name;
    saved.value = { id: workflow.id, version: workflow.version, name: workflow.name };
    editor.history.value = markSaved(editor.history.peek(), sent);
    failure.value = "";
    if (first) host.created(workflow.id);
    dropDraft(host.storage, key);
  }

  function fail(error: unknown): void {
    const problem = error instanceof ApiError ? error : new ApiError(0, "unknown", String(error));
    phase.value = problem.status === 409 ? "conflict" : "failed";
    failure.value = problem.status === 401
      ? "Cannot save: you were signed out. Sign in again in another tab; your work is kept in this browser."
      : problem.detail;
    if (problem.status === 409) editor.dialog.value = { kind: "conflict" };
  }

  /** Takes the server's version; what was here stays one undo away. */
  async function loadTheirs(): Promise<void> {
    const { id } = saved.peek();
    if (id === null) return;
    try {
      const theirs = await request<Workflow>("GET", `/workflows/${id}`);
      const graph = fromGraph(theirs.graph);
      editor.run({ kind: "replace", graph });
      editor.history.value = markSaved(editor.history.peek(), graph);
      saved.value = { id, version: theirs.version, name: theirs.name };
      name.value = theirs.name;
      phase.value = "idle";
      dropDraft(host.storage, draftKey(id));
      editor.message.value = "Loaded the saved version. Undo brings yours back.";
    } catch (error) {
      failure.value = error instanceof ApiError ? error.detail : String(error);
    }
  }

  async function saveAsCopy(): Promise<void> {
    const body = { name: `${name.peek()} (my copy)`, graph: toGraph(editor.graph.peek()) };
    try {
      const workflow = await request<Workflow>("POST", "/workflows", body);
      dropDraft(host.storage, draftKey(saved.peek().id));
      editor.history.value = markSaved(editor.history.peek(), editor.graph.peek());
      name.value = saved.peek().name;
      phase.value = "idle";
      host.open(workflow.id);
    } catch (error) {
      failure.value = error instanceof ApiError ? error.detail : String(error);
    }
  }

  /** A draft left behind by an earlier visit, when it says something else than the server does. */
  function leftBehind(): Draft | undefined {
    const draft = readDraft(host.storage, draftKey(saved.peek().id));
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

  function start(): () => void {
    let autosave: ReturnType<typeof setTimeout> | undefined;
    let drafting: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      const changed = dirty.value;
      const graph = editor.graph.value;
      const title = name.value;
      clearTimeout(autosave);
      clearTimeout(drafting);
      if (!changed || editor.dialog.peek()?.kind === "draft") return;
      if (phase.peek() === "failed") phase.value = "idle";
      const keep = () =>
        writeDraft(host.storage, draftKey(saved.peek().id), {
          name: title,
          version: saved.peek().version,
          graph: toGraph(graph),
          savedAt: new Date().toISOString(),
        });
      drafting = setTimeout(keep, DRAFT_MS);
      const wait = saved.peek().id === null ? FIRST_SAVE_MS : AUTOSAVE_MS;
      if (phase.peek() !== "conflict") autosave = setTimeout(() => void save(), wait);
    });
    return () => {
      stop();
      clearTimeout(autosave);
      clearTimeout(drafting);
    };
  }

  function discardDraft(): void {
    dropDraft(host.storage, draftKey(saved.peek().id));
  }

  return {
    saved,
    name,
    status,
    failure,
    dirty,
    save,
    loadTheirs,
    saveAsCopy,
    leftBehind,
    restore,
    discardDraft,
    start,
  };
}

export type Saving = ReturnType<typeof createSaving>;
