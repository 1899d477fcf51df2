/** The editor's state as signals, and the one way to change the graph: `run` a command. */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import {
  type Catalog,
  createPropagator,
  type Graph,
  type Port,
  type Propagation,
} from "@/compiler/browser.ts";
import { apply, type Command } from "../model/commands.ts";
import type { Viewport } from "../model/geometry.ts";
import { edgeKey, fromGraph, type Point, toGraph } from "../model/graph.ts";
import { type History, record, redo, startHistory, undo } from "../model/history.ts";
import { nameOf } from "../model/naming.ts";
import type { Dialog } from "./dialog.ts";
import type { NodeRun } from "./node_run.ts";

/** An edge being drawn: where the pointer is and what it would connect to. */
export interface PendingEdge {
  readonly source: string;
  readonly pointer: Point;
  readonly target?: { readonly id: string; readonly port: Port };
  readonly refusal?: string;
}

/** Nodes that are being dragged; letting go moves them by one command. */
export interface Drag {
  readonly ids: ReadonlySet<string>;
  readonly by: Point;
  /** Key of the edge that a dropped node would be inserted on. */
  readonly onto?: string;
}

export function createEditor(initial: { graph: Graph; catalog: Catalog; now?: () => number }) {
  const now = initial.now ?? Date.now;
  const history = signal<History>(startHistory(fromGraph(initial.graph)));
  const graph = computed(() => history.value.present);
  const catalog = signal(initial.catalog);
  const selection = signal<ReadonlySet<string>>(new Set());
  const selectedEdge = signal<string | null>(null);
  const propagate = createPropagator();
  const propagation: ReadonlySignal<Propagation> = computed(() =>
    propagate(toGraph(graph.value), catalog.value)
  );
  /** The one selected node: what the panels show. */
  const active = computed(() => {
    const [only] = selection.value;
    return selection.value.size === 1 && graph.value.nodes.has(only!) ? only! : null;
  });
  const message = signal("");
  const runs = signal<ReadonlyMap<string, NodeRun>>(new Map());

  function run(command: Command, options: { mergeKey?: string; select?: Iterable<string> } = {}): boolean {
    const before = graph.value;
    const after = apply(before, command);
    batch(() => {
      history.value = record(history.value, after, {
        name: nameOf(command, before, after),
        mergeKey: options.mergeKey,
        at: now(),
      });
      if (options.select) select(options.select);
      prune();
    });
    return after !== before;
  }

  function select(ids: Iterable<string>): void {
    batch(() => {
      selection.value = new Set(ids);
      selectedEdge.value = null;
    });
  }

  /** Forgets selected things that are gone. */
  function prune(): void {
    const { nodes, edges } = graph.value;
    if ([...selection.value].some((id) => !nodes.has(id))) {
      selection.value = new Set([...selection.value].filter((id) => nodes.has(id)));
    }
    const key = selectedEdge.value;
    if (key !== null && !edges.some((edge) => edgeKey(edge) === key)) selectedEdge.value = null;
  }

  function travel(
    move: (history: History) => History,
    word: string,
    step: { name: string } | undefined,
  ): void {
    if (!step) return;
    batch(() => {
      history.value = move(history.value);
      prune();
      message.value = `${word} ${step.name}.`;
    });
  }

  /** Says how a node's run goes; undefined forgets it. */
  function setRun(id: string, run: NodeRun | undefined): void {
    const next = new Map(runs.peek());
    if (run) next.set(id, run);
    else next.delete(id);
    runs.value = next;
  }

  return {
    history,
    graph,
    catalog,
    selection,
    selectedEdge,
    active,
    propagation,
    message,
    view: signal<Viewport>({ x: 48, y: 48, zoom: 1 }),
    pendingEdge: signal<PendingEdge | null>(null),
    drag: signal<Drag | null>(null),
    lasso: signal<{ readonly from: Point; readonly to: Point } | null>(null),
    dialog: signal<Dialog | null>(null),
    runs,
    running: signal(false),
    /** The card the keyboard is on. */
    focused: signal<string | null>(null),
    /** Set by Ctrl+Shift+V for the paste event that follows it. */
    pasteKeepsIncoming: false,
    run,
    select,
    setRun,
    undo: () => travel(undo, "Undid", history.value.past.at(-1)),
    redo: () => travel(redo, "Redid", history.value.future[0]),
  };
}

export type Editor = ReturnType<typeof createEditor>;
