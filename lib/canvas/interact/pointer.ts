/** The pointer on the stage: pan, lasso, move cards, draw wires. */
import type { GraphEdge } from "@/compiler/schema/types.ts";
import { bestPort, refusal } from "../model/connection.ts";
import { boxBetween, overlaps, snap, toWorld, zoomAt } from "../model/geometry.ts";
import { edgeInto, edgeKey, incoming, outgoing, type Point } from "../model/graph.ts";
import { connect, selectFlow, stageElement } from "../state/actions.ts";
import { describe, type Editor } from "../state/editor.ts";
import { follow } from "./gesture.ts";
import { nodeUnder, wireUnder } from "./hit.ts";

const THRESHOLD = 4;

type Pointed = Pick<MouseEvent, "clientX" | "clientY">;

function screenPoint(event: Pointed): Point {
  const box = stageElement()!.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

export function stagePoint(editor: Editor, event: Pointed): Point {
  return toWorld(editor.view.peek(), screenPoint(event));
}

/** Wheel pans, with Ctrl (or a pinch) it zooms at the pointer. */
export function wheel(editor: Editor, event: WheelEvent): void {
  event.preventDefault();
  const view = editor.view.peek();
  if (event.ctrlKey || event.metaKey) {
    editor.view.value = zoomAt(view, screenPoint(event), Math.exp(-event.deltaY / 300));
    return;
  }
  const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
  editor.view.value = { ...view, x: view.x - dx, y: view.y - dy };
}

export function startStageDrag(editor: Editor, event: PointerEvent): void {
  if (event.button === 1 || (event.button === 0 && !event.shiftKey)) startPan(editor, event);
  else if (event.button === 0) startLasso(editor, event);
}

function startPan(editor: Editor, down: PointerEvent): void {
  down.preventDefault();
  const start = editor.view.peek();
  let moved = false;
  follow({
    move(event) {
      const dx = event.clientX - down.clientX;
      const dy = event.clientY - down.clientY;
      moved ||= Math.hypot(dx, dy) > THRESHOLD;
      if (!moved) return;
      stageElement()?.classList.add("canvas-stage-panning");
      editor.view.value = { ...start, x: start.x + dx, y: start.y + dy };
    },
    end(_event, cancelled) {
      stageElement()?.classList.remove("canvas-stage-panning");
      if (cancelled) editor.view.value = start;
      if (moved) return;
      editor.select([]);
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });
}

function startLasso(editor: Editor, down: PointerEvent): void {
  down.preventDefault();
  const from = stagePoint(editor, down);
  const before = editor.selection.peek();
  follow({
    move(event) {
      const to = stagePoint(editor, event);
      editor.lasso.value = { from, to };
      const box = boxBetween(from, to);
      const caught = [...editor.graph.peek().nodes.values()].filter((node) => overlaps(box, node.position));
      editor.select([...before, ...caught.map((node) => node.id)]);
    },
    end(_event, cancelled) {
      editor.lasso.value = null;
      if (cancelled) editor.select(before);
    },
  });
}

export function startNodeDrag(editor: Editor, id: string, down: PointerEvent): void {
  if (down.button !== 0) return;
  down.stopPropagation();
  const port = (down.target as Element).closest<HTMLElement>("[data-port]")?.dataset.port;
  const plugged = port ? edgeInto(editor.graph.peek(), id, port as "in" | "left" | "right") : undefined;
  if (plugged) {
    startLink(editor, plugged.source, down, plugged);
    return;
  }
  const selection = editor.selection.peek();
  if (down.altKey) selectFlow(editor, id);
  else if (down.shiftKey || down.ctrlKey || down.metaKey) {
    editor.select(selection.has(id) ? [...selection].filter((each) => each !== id) : [...selection, id]);
  } else if (!selection.has(id)) editor.select([id]);
  const ids = editor.selection.peek();
  let moved = false;
  follow({
    move(event) {
      const raw = { x: event.clientX - down.clientX, y: event.clientY - down.clientY };
      moved ||= Math.hypot(raw.x, raw.y) > THRESHOLD;
      if (!moved || !ids.has(id)) return;
      const { zoom } = editor.view.peek();
      const by = snap({ x: raw.x / zoom, y: raw.y / zoom });
      const edge = loneNode(editor, ids) ? wireUnder(event.clientX, event.clientY, editor) : undefined;
      editor.drag.value = { ids, by, onto: edge ? edgeKey(edge) : undefined };
    },
    end(event, cancelled) {
      const drag = editor.drag.peek();
      editor.drag.value = null;
      if (cancelled) return;
      if (moved && drag) drop(editor, drag.ids, drag.by, event);
      else if (!moved && !down.shiftKey && !down.ctrlKey && !down.metaKey && !down.altKey) {
        editor.select([id]);
      }
    },
  });
}

/** The id of a node that moves alone, has no wires yet, and could stand on one. */
function loneNode(editor: Editor, ids: ReadonlySet<string>): string | undefined {
  const [id] = ids;
  const state = editor.graph.peek();
  const description = describe(state.nodes.get(id ?? "")?.type ?? "");
  const free = id !== undefined && ids.size === 1 && incoming(state, id).length === 0 &&
    outgoing(state, id).length === 0;
  return free && description && !description.terminal && description.inputs.length > 0 ? id : undefined;
}

function drop(editor: Editor, ids: ReadonlySet<string>, by: Point, event: PointerEvent | undefined): void {
  const { nodes } = editor.graph.peek();
  const positions = new Map([...ids].flatMap((id) => {
    const at = nodes.get(id)?.position;
    return at ? [[id, { x: at.x + by.x, y: at.y + by.y }] as const] : [];
  }));
  const lone = loneNode(editor, ids);
  const edge = lone && event ? wireUnder(event.clientX, event.clientY, editor) : undefined;
  const node = lone ? nodes.get(lone) : undefined;
  const port = node ? describe(node.type)?.inputs[0] : undefined;
  if (edge && node && port) {
    const placed = { ...node, position: { ...node.position, ...positions.get(node.id) } };
    editor.run({ kind: "insert_on_edge", node: placed, edge, port });
  } else editor.run({ kind: "move", positions });
}

/** Draws a wire from an output; with `plugged` it pulls that wire off its port. */
export function startLink(editor: Editor, source: string, down: PointerEvent, plugged?: GraphEdge): void {
  if (down.button !== 0) return;
  down.stopPropagation();
  down.preventDefault();
  let moved = false;
  follow({
    move(event) {
      moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > THRESHOLD;
      const pointer = stagePoint(editor, event);
      editor.link.value = { source, pointer, ...landing(editor, source, event, plugged) };
    },
    end(event, cancelled) {
      editor.link.value = null;
      if (cancelled || !event || !moved) return;
      finishLink(editor, source, event, plugged);
    },
  });
}

function landing(editor: Editor, source: string, event: Pointed, plugged: GraphEdge | undefined) {
  const under = nodeUnder(event.clientX, event.clientY);
  if (!under || (under.id === source && !plugged)) return {};
  const state = editor.graph.peek();
  const port = under.port ?? bestPort(state, under.id, describe) ?? "in";
  const reason = refusal(state, { source, target: under.id, port }, describe);
  if (reason) editor.message.value = reason;
  return { target: { id: under.id, port }, refusal: reason };
}

function finishLink(
  editor: Editor,
  source: string,
  event: PointerEvent,
  plugged: GraphEdge | undefined,
): void {
  const under = nodeUnder(event.clientX, event.clientY);
  if (
    under && plugged?.target === under.id && (under.port ?? plugged.port ?? "in") === (plugged.port ?? "in")
  ) return;
  if (plugged) editor.run({ kind: "disconnect", keys: [edgeKey(plugged)] });
  if (under && under.id !== source) connect(editor, source, under.id, under.port);
  else if (!under && !plugged) {
    editor.dialog.value = { kind: "add", at: stagePoint(editor, event), after: source };
  }
}
