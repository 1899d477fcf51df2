/** The editor's state as signals, and the one way to change the graph: `run` a command. */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { createPropagator, nodeDescription } from "@/compiler/browser.ts";
import type { Catalog, Graph, NodeSchema, Problem, Propagation } from "@/compiler/schema/types.ts";
import { apply, type Command } from "../model/commands.ts";
import { type Describe } from "../model/connection.ts";
import type { Viewport } from "../model/geometry.ts";
import { edgeKey, fromGraph, type Point, toGraph, upstream } from "../model/graph.ts";
import { type History, record, redo, startHistory, undo } from "../model/history.ts";
import { nameOf } from "../model/naming.ts";
import { worded } from "../model/wording.ts";
import type { Dialog } from "./dialog.ts";
import type { NodeRun } from "./runs.ts";

/** A wire being drawn: where the pointer is and what it would connect to. */
export interface Link {
  readonly source: string;
  readonly pointer: Point;
  readonly target?: { readonly id: string; readonly port: "in" | "left" | "right" };
  readonly refusal?: string;
}

/** Nodes on the move; committed as one command when let go. */
export interface Drag {
  readonly ids: ReadonlySet<string>;
  readonly by: Point;
  /** Key of the wire that a dropped node would be inserted on. */
  readonly onto?: string;
}

export const describe: Describe = nodeDescription;

export function createEditor(initial: { graph: Graph; catalog: Catalog; now?: () => number }) {
  const now = initial.now ?? Date.now;
  const history = signal<History>(startHistory(fromGraph(initial.graph)));
  const graph = computed(() => history.value.present);
  const catalog = signal(initial.catalog);
  const selection = signal<ReadonlySet<string>>(new Set());
  const wire = signal<string | null>(null);
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

  function run(command: Command, options: { mergeKey?: string; select?: Iterable<string> } = {}): boolean {
    const before = graph.value;
    const after = apply(before, command);
    batch(() => {
      history.value = record(history.value, after, {
        name: nameOf(command, before, after, describe),
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
      wire.value = null;
    });
  }

  /** Forgets selected things that are gone. */
  function prune(): void {
    const { nodes, edges } = graph.value;
    if ([...selection.value].some((id) => !nodes.has(id))) {
      selection.value = new Set([...selection.value].filter((id) => nodes.has(id)));
    }
    if (wire.value && !edges.some((edge) => edgeKey(edge) === wire.value)) wire.value = null;
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

  return {
    history,
    graph,
    catalog,
    selection,
    wire,
    active,
    propagation,
    message,
    view: signal<Viewport>({ x: 48, y: 48, zoom: 1 }),
    link: signal<Link | null>(null),
    drag: signal<Drag | null>(null),
    lasso: signal<{ readonly from: Point; readonly to: Point } | null>(null),
    dialog: signal<Dialog | null>(null),
    runs: signal<ReadonlyMap<string, NodeRun>>(new Map()),
    running: signal(false),
    /** The card the keyboard is on. */
    focused: signal<string | null>(null),
    /** Set by Ctrl+Shift+V for the paste event that follows it. */
    pasteWithWires: false,
    run,
    select,
    undo: () => travel(undo, "Undid", history.value.past.at(-1)),
    redo: () => travel(redo, "Redid", history.value.future[0]),
  };
}

export type Editor = ReturnType<typeof createEditor>;

const nothing: NodeSchema = { columns: [], problems: [] };

export function schemaOf(propagation: Propagation, id: string): NodeSchema {
  return Object.hasOwn(propagation.nodes, id) ? worded(propagation.nodes[id]!) : nothing;
}

export function firstError(problems: readonly Problem[]): Problem | undefined {
  return problems.find((problem) => problem.severity !== "warning");
}

/** The error at the node or above it that the others follow from: reason enough not to ask the server. */
export function knownProblem(editor: Editor, id: string): Problem | undefined {
  const graph = editor.graph.peek();
  const errors = new Map<string, Problem>();
  for (const each of upstream(graph, id)) {
    const error = firstError(schemaOf(editor.propagation.peek(), each).problems);
    if (error) errors.set(each, error);
  }
  const isFirst = (each: string) =>
    [...upstream(graph, each)].every((other) => other === each || !errors.has(other));
  return errors.get([...errors.keys()].find(isFirst) ?? id);
}
