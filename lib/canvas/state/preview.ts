/** The preview of one node: debounced, cancellable, and never sent while the browser already knows it would fail. */
import { effect, type Signal, signal } from "@preact/signals";
import type { Problem } from "@/compiler/browser.ts";
import type { CompiledStatement, ResultTable } from "@/lib/server/query/schema.ts";
import { compile, preview, type PreviewRequest } from "../api.ts";
import { outdated } from "../model/changes.ts";
import { type GraphState, toGraph } from "../model/graph.ts";
import { toApiError } from "../request.ts";
import type { Editor } from "./editor.ts";
import { completed } from "./node_run.ts";
import { pixelsFor } from "@/lib/tiles/links.ts";
import { knownProblem } from "../model/schemas.ts";

export const PREVIEW_DEBOUNCE_MS = 300;

/** What is known of a node's rows, or of its statement. */
type Fetched<T> =
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

type Fetch<T> = (input: PreviewRequest, signal: AbortSignal) => Promise<T>;

export function createPreview(editor: Editor) {
  const table = signal<Fetched<ResultTable>>({ status: "none" });
  const statement = signal<Fetched<CompiledStatement>>({ status: "none" });
  const tab = signal<PreviewTab>("rows");
  const target = signal<string | null>(null);
  /** Of the picture, in pixels; 0 while it has no place. */
  const size = signal({ width: 0, height: 0 });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();
  let shown: { readonly graph: GraphState; readonly id: string; readonly tab: PreviewTab } | undefined;

  function ask(id: string, delayMs: number): void {
    if (tab.peek() === "rows") fetchInto(table, fetchRows, id, delayMs);
    else fetchInto(statement, compile, id, delayMs);
  }

  function fetchInto<T>(result: Signal<Fetched<T>>, fetch: Fetch<T>, id: string, delayMs: number): void {
    const known = knownProblem(editor.graph.peek(), editor.propagation.peek(), id);
    if (known) {
      result.value = { status: "failed", nodeId: id, detail: known.message, problems: [known] };
      return;
    }
    const previous = result.peek();
    const last = previous.status === "ready" && previous.nodeId === id ? previous.value : undefined;
    result.value = { status: "loading", nodeId: id, last };
    timer = setTimeout(() => void load(result, fetch, id), delayMs);
  }

  async function load<T>(result: Signal<Fetched<T>>, fetch: Fetch<T>, id: string): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    try {
      const value = await fetch({ graph: toGraph(editor.graph.peek()), target_node_id: id }, signal);
      result.value = { status: "ready", nodeId: id, value };
    } catch (error) {
      if (signal.aborted) return;
      const { detail, problems } = toApiError(error);
      result.value = { status: "failed", nodeId: id, detail, problems };
    }
  }

  /** A preview counts as a run of its node: the card shows how it goes. */
  async function fetchRows(input: PreviewRequest, signal: AbortSignal): Promise<ResultTable> {
    const id = input.target_node_id;
    editor.setRun(id, { status: "running" });
    try {
      const config = input.graph.nodes.find((node) => node.id === id)?.config ?? {};
      const hasPlace = size.peek().width > 0;
      const rows = await preview(
        hasPlace ? { ...input, pixels: pixelsFor(config, size.peek()) } : input,
        signal,
      );
      editor.setRun(id, completed(rows));
      return rows;
    } catch (error) {
      if (!signal.aborted) editor.setRun(id, { status: "error", detail: toApiError(error).detail });
      throw error;
    }
  }

  function cancel(): void {
    clearTimeout(timer);
    if (!controller.signal.aborted) controller.abort();
    const id = shown?.id;
    if (id !== undefined && editor.runs.peek().get(id)?.status === "running" && !editor.running.peek()) {
      editor.setRun(id, undefined);
    }
  }

  /** Follows the selected node and asks again when an edit changes its result. */
  function follow(graph: GraphState, active: string | null, which: PreviewTab): void {
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
    const isShown = shown?.id === id && shown.tab === which;
    const changed = shown ? outdated(shown.graph, graph) : new Set<string>();
    forgetRuns(editor, changed);
    const isCurrent = isShown && !changed.has(id);
    if (!isCurrent) cancel();
    shown = { graph, id, tab: which };
    if (!isCurrent) ask(id, PREVIEW_DEBOUNCE_MS);
  }

  function start(): () => void {
    const stop = effect(() => follow(editor.graph.value, editor.active.value, tab.value));
    return () => {
      stop();
      cancel();
    };
  }

  function retry(): void {
    const id = target.peek();
    if (id === null) return;
    cancel();
    ask(id, 0);
  }

  return { table, statement, tab, target, size, start, retry };
}

export type Preview = ReturnType<typeof createPreview>;

function forgetRuns(editor: Editor, ids: ReadonlySet<string>): void {
  const runs = editor.runs.peek();
  if ([...ids].some((id) => runs.has(id))) {
    editor.runs.value = new Map([...runs].filter(([id]) => !ids.has(id)));
  }
}
