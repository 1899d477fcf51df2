/** What a person does, in terms of commands: shared by pointer, keyboard, palette and menus. */
import { batch } from "@preact/signals";
import type { GraphEdge, GraphNode, NodeType, Port } from "@/compiler/schema/types.ts";
import { autoNamed } from "../form/auto_name.ts";
import { copy, paste } from "../model/clipboard.ts";
import { bestPort, refusal, titleOf } from "../model/connection.ts";
import { boundsOf, CARD, fit, freeSpot, GRID, snap } from "../model/geometry.ts";
import { connected, edgeKey, type Point } from "../model/graph.ts";
import { autoLayout } from "../model/layout.ts";
import { type Direction, neighbour } from "../model/navigation.ts";
import { describe, type Editor } from "./editor.ts";

export function makeId(type: string): string {
  return `${type}_${crypto.randomUUID().slice(0, 8)}`;
}

interface AddOptions {
  /** World position of the card's top left corner. */
  readonly at?: Point;
  readonly after?: string;
  readonly edge?: GraphEdge;
}

/** Adds a node; without a place it goes behind the selected node and is wired to it when that is allowed. */
export function addNode(editor: Editor, type: NodeType, options: AddOptions = {}): string {
  const state = editor.graph.peek();
  const description = describe(type);
  const inputs = description?.inputs ?? [];
  const after = options.after ?? (options.at || options.edge ? undefined : lastOfFlow(editor));
  const anchor = after === undefined ? undefined : state.nodes.get(after);
  const others = [...state.nodes.values()].map((node) => node.position);
  const wished = options.at ??
    (options.edge
      ? middle(state.nodes.get(options.edge.source), state.nodes.get(options.edge.target))
      : anchor
      ? { x: anchor.position.x + CARD.width + GRID * 6, y: anchor.position.y }
      : viewCentre(editor));
  const initial = structuredClone(description?.initial ?? {});
  const node: GraphNode = {
    id: makeId(type),
    type,
    position: freeSpot(wished, others),
    config: autoNamed(initial, initial, description?.fields ?? []),
  };
  const port: Port | undefined = inputs[0];
  if (options.edge && port && !description?.terminal) {
    editor.run({ kind: "insert_on_edge", node, edge: options.edge, port }, { select: [node.id] });
  } else {
    const wired = port && anchor && !describe(anchor.type)?.terminal;
    editor.run({ kind: "add", node, from: wired ? { source: anchor.id, port } : undefined }, {
      select: [node.id],
    });
  }
  editor.message.value = `Added ${description?.label ?? type}.`;
  focusNode(editor, node.id);
  return node.id;
}

function lastOfFlow(editor: Editor): string | undefined {
  return editor.active.peek() ?? undefined;
}

function middle(a: GraphNode | undefined, b: GraphNode | undefined): Point {
  if (!a || !b) return { x: 0, y: 0 };
  return { x: (a.position.x + b.position.x) / 2, y: (a.position.y + b.position.y) / 2 };
}

function viewCentre(editor: Editor): Point {
  const { width, height } = stageSize();
  const view = editor.view.peek();
  return {
    x: (width / 2 - view.x) / view.zoom - CARD.width / 2,
    y: (height / 2 - view.y) / view.zoom - CARD.height / 2,
  };
}

export function stageElement(): HTMLElement | null {
  return typeof document === "undefined" ? null : document.getElementById("canvas-stage");
}

export function stageSize(): { width: number; height: number } {
  const box = stageElement()?.getBoundingClientRect();
  return { width: box?.width ?? 0, height: box?.height ?? 0 };
}

/** Draws a wire, or says why not. */
export function connect(editor: Editor, source: string, target: string, wished?: Port): boolean {
  const state = editor.graph.peek();
  const port = wished ?? bestPort(state, target, describe) ?? "in";
  const reason = refusal(state, { source, target, port }, describe);
  if (reason) {
    editor.message.value = reason;
    return false;
  }
  editor.run({ kind: "connect", edge: port === "in" ? { source, target } : { source, target, port } });
  return true;
}

export function removeSelected(editor: Editor, heal = true): void {
  const key = editor.wire.peek();
  if (key) {
    editor.run({ kind: "disconnect", keys: [key] });
    return;
  }
  const ids = [...editor.selection.peek()];
  if (ids.length === 0) return;
  const state = editor.graph.peek();
  const next = neighbour(state, ids[0]!, "left") ?? neighbour(state, ids[0]!, "right");
  editor.run({ kind: "remove", ids, heal });
  if (next !== undefined && editor.graph.peek().nodes.has(next)) {
    editor.select([next]);
    focusNode(editor, next);
  }
}

export function bypassSelected(editor: Editor): void {
  const ids = [...editor.selection.peek()];
  const nodes = editor.graph.peek().nodes;
  const disabled = ids.some((id) => !nodes.get(id)?.disabled);
  editor.run({ kind: "bypass", ids, disabled });
}

export function copySelected(editor: Editor): string | undefined {
  if (editor.selection.peek().size === 0) return undefined;
  const text = copy(editor.graph.peek(), editor.selection.peek());
  editor.message.value = `Copied ${counted(editor.selection.peek().size)}.`;
  return text;
}

export function pasteText(
  editor: Editor,
  text: string,
  options: { at?: Point; keepWires?: boolean } = {},
): boolean {
  const pasted = paste(text, {
    at: snap(options.at ?? pastePoint(editor)),
    makeId,
    keepWires: options.keepWires,
  });
  if (!pasted) return false;
  const ids = pasted.nodes.map((node) => node.id);
  editor.run({ kind: "paste", ...pasted }, { select: ids });
  editor.message.value = `Pasted ${counted(ids.length)}.`;
  return true;
}

export function duplicateSelected(editor: Editor): void {
  const ids = editor.selection.peek();
  const box = boundsOf([...ids].flatMap((id) => editor.graph.peek().nodes.get(id)?.position ?? []));
  if (box) {
    pasteText(editor, copy(editor.graph.peek(), ids), { at: { x: box.x, y: box.y + box.height + GRID * 2 } });
  }
}

function pastePoint(editor: Editor): Point {
  const nodes = [...editor.graph.peek().nodes.values()].map((node) => node.position);
  return freeSpot(viewCentre(editor), nodes);
}

export function nudge(editor: Editor, direction: Direction): void {
  const steps = { left: [-GRID, 0], right: [GRID, 0], up: [0, -GRID], down: [0, GRID] } as const;
  const [dx, dy] = steps[direction];
  const ids = [...editor.selection.peek()];
  const nodes = editor.graph.peek().nodes;
  const positions = new Map(ids.flatMap((id) => {
    const at = nodes.get(id)?.position;
    return at ? [[id, { x: at.x + dx, y: at.y + dy }] as const] : [];
  }));
  if (positions.size > 0) editor.run({ kind: "move", positions }, { mergeKey: `nudge ${ids.join(" ")}` });
}

export function walk(editor: Editor, direction: Direction): void {
  const state = editor.graph.peek();
  const from = editor.active.peek() ?? editor.focused.peek() ?? [...state.nodes.keys()][0];
  if (from === undefined) return;
  const next = editor.selection.peek().size === 0 ? from : neighbour(state, from, direction);
  if (next === undefined) return;
  editor.select([next]);
  focusNode(editor, next);
}

export function selectFlow(editor: Editor, id: string): void {
  editor.select(connected(editor.graph.peek(), id));
}

export function selectAll(editor: Editor): void {
  editor.select(editor.graph.peek().nodes.keys());
}

export function fitView(editor: Editor): void {
  const chosen = editor.selection.peek();
  const nodes = [...editor.graph.peek().nodes.values()].filter((node) =>
    chosen.size < 2 || chosen.has(node.id)
  );
  editor.view.value = fit(boundsOf(nodes.map((node) => node.position)), stageSize());
}

export function arrange(editor: Editor): void {
  editor.run({ kind: "move", positions: autoLayout(editor.graph.peek()) });
  fitView(editor);
}

/** Moves the keyboard to a card once it is drawn, and brings it into sight. */
export function focusNode(editor: Editor, id: string): void {
  batch(() => editor.focused.value = id);
  requestAnimationFrame(() => {
    reveal(editor, id);
    document.getElementById(`canvas-node-${id}`)?.focus({ preventScroll: true });
  });
}

function reveal(editor: Editor, id: string): void {
  const at = editor.graph.peek().nodes.get(id)?.position;
  if (!at) return;
  const { width, height } = stageSize();
  const view = editor.view.peek();
  const margin = 24;
  const left = at.x * view.zoom + view.x;
  const top = at.y * view.zoom + view.y;
  const right = left + CARD.width * view.zoom;
  const bottom = top + CARD.height * view.zoom;
  const dx = left < margin ? margin - left : right > width - margin ? width - margin - right : 0;
  const dy = top < margin ? margin - top : bottom > height - margin ? height - margin - bottom : 0;
  if (dx || dy) editor.view.value = { ...view, x: view.x + dx, y: view.y + dy };
}

export function nodeTitle(editor: Editor, id: string): string {
  const node = editor.graph.value.nodes.get(id);
  return node ? titleOf(node, describe(node.type)) : "";
}

export function edgeByKey(editor: Editor, key: string | null): GraphEdge | undefined {
  return key === null ? undefined : editor.graph.peek().edges.find((edge) => edgeKey(edge) === key);
}

function counted(count: number): string {
  return count === 1 ? "1 node" : `${count} nodes`;
}
