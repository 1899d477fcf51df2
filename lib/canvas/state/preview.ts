/** The preview of one node: debounced, cancellable, and never sent while the browser already knows it would fail. */
import { effect, signal } from "@preact/signals";
import type { CompiledStatement, ResultTable } from "@/lib/server/types.ts";
import type { Problem } from "@/compiler/schema/types.ts";
import { outdated } from "../model/changes.ts";
import { toGraph } from "../model/graph.ts";
import { ApiError, request } from "../api.ts";
import { type Editor, knownProblem } from "./editor.ts";
import { completed, setRun } from "./runs.ts";

export const PREVIEW_DEBOUNCE_MS = 300;

export type Answer<T> =
  | { readonly status: "none" }
  | { readonly status: "loading"; readonly nodeId: string; readonly last?: T }
  | { readonly status: "ready"; readonly nodeId: string; readonly value: T }
  | {
    readonly status: "failed";
    readonly nodeId: string;
    readonly detail: string;
    readonly problems: readonly Problem[];
  };

export type PreviewTab = "rows" | "sql";

export function createPreview(editor: Editor) {
  const table = signal<Answer<ResultTable>>({ status: "none" });
  const statement = signal<Answer<CompiledStatement>>({ status: "none" });
  const tab = signal<PreviewTab>("rows");
  const target = signal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();
  let shown: { graph: typeof editor.graph.value; id: string; tab: PreviewTab } | undefined;

  function ask(delayMs: number): void {
    cancel();
    const id = target.peek();
    if (id === null) return;
    const answer = tab.peek() === "rows" ? table : statement;
    const known = knownProblem(editor, id);
    if (known) {
      answer.value = { status: "failed", nodeId: id, detail: known.message, problems: [known] };
      return;
    }
    const previous = answer.peek();
    const last = previous.status === "ready" && previous.nodeId === id ? previous.value : undefined;
    (answer as typeof table).value = { status: "loading", nodeId: id, last: last as ResultTable | undefined };
    timer = setTimeout(() => void fetchAnswer(id), delayMs);
  }

  async function fetchAnswer(id: string): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    const body = { graph: toGraph(editor.graph.peek()), target_node_id: id };
    const rows = tab.peek() === "rows";
    try {
      if (rows) {
        setRun(editor, id, { status: "running" });
        const value = await request<ResultTable>("POST", "/preview", body, signal);
        table.value = { status: "ready", nodeId: id, value };
        setRun(editor, id, completed(value));
      } else {
        const value = await request<CompiledStatement>("POST", "/compile", body, signal);
        statement.value = { status: "ready", nodeId: id, value };
      }
    } catch (error) {
      if (signal.aborted) return;
      const failure = error instanceof ApiError ? error : new ApiError(0, "unknown", String(error));
      (rows ? table : statement).value = {
        status: "failed",
        nodeId: id,
        detail: failure.detail,
        problems: failure.problems,
      };
      if (rows) setRun(editor, id, { status: "error", detail: failure.detail });
    }
  }

  function cancel(): void {
    clearTimeout(timer);
    if (!controller.signal.aborted) controller.abort();
    const id = shown?.id;
    if (id !== undefined && editor.runs.peek().get(id)?.status === "running" && !editor.running.peek()) {
      setRun(editor, id, undefined);
    }
  }

  function start(): () => void {
    const stop = effect(() => {
      const active = editor.active.value;
      const graph = editor.graph.value;
      const which = tab.value;
      if (active !== null) target.value = active;
      const id = target.peek();
      if (id === null) return;
      if (!graph.nodes.has(id)) {
        cancel();
        target.value = null;
        shown = undefined;
        table.value = statement.value = { status: "none" };
        return;
      }
      const same = shown?.id === id && shown.tab === which;
      const changed = shown ? outdated(shown.graph, graph) : new Set<string>();
      if (changed.size > 0) forget(changed);
      if (same && !changed.has(id)) {
        shown = { graph, id, tab: which };
        return;
      }
      cancel();
      shown = { graph, id, tab: which };
      ask(PREVIEW_DEBOUNCE_MS);
    });
    return () => {
      stop();
      cancel();
    };
  }

  function forget(ids: ReadonlySet<string>): void {
    const runs = editor.runs.peek();
    if ([...ids].some((id) => runs.has(id))) {
      editor.runs.value = new Map([...runs].filter(([id]) => !ids.has(id)));
    }
  }

  return { table, statement, tab, target, start, retry: () => ask(0), stop: cancel };
}

export type Preview = ReturnType<typeof createPreview>;
