/** What part of the graph is in sight, and which card has the keyboard. */
import { boundsOf, CARD, fit, revealing, toWorld, zoomAt } from "../model/geometry.ts";
import type { Point } from "../model/graph.ts";
import type { Editor } from "../state/editor.ts";
import { stageSize } from "./stage.ts";

/** Where a card stands when its middle is the middle of the drawing area. */
export function viewCentre(editor: Editor): Point {
  const { width, height } = stageSize();
  const centre = toWorld(editor.view.peek(), { x: width / 2, y: height / 2 });
  return { x: centre.x - CARD.width / 2, y: centre.y - CARD.height / 2 };
}

/** Brings the selected nodes into view, or all of them while fewer than two are selected. */
export function fitView(editor: Editor): void {
  const chosen = editor.selection.peek();
  const nodes = [...editor.graph.peek().nodes.values()].filter((node) =>
    chosen.size < 2 || chosen.has(node.id)
  );
  editor.view.value = fit(boundsOf(nodes.map((node) => node.position)), stageSize());
}

/** Zooms at the middle of the drawing area. */
export function zoomBy(editor: Editor, factor: number): void {
  const { width, height } = stageSize();
  editor.view.value = zoomAt(editor.view.peek(), { x: width / 2, y: height / 2 }, factor);
}

/** Moves a point of the graph to the middle of the drawing area. */
export function centreOn(editor: Editor, point: Point): void {
  const { zoom } = editor.view.peek();
  const { width, height } = stageSize();
  editor.view.value = { zoom, x: width / 2 - point.x * zoom, y: height / 2 - point.y * zoom };
}

/** Moves the keyboard to a card once it is drawn, and brings it into sight. */
export function focusNode(editor: Editor, id: string): void {
  editor.focused.value = id;
  requestAnimationFrame(() => {
    const at = editor.graph.peek().nodes.get(id)?.position;
    if (at) editor.view.value = revealing(editor.view.peek(), at, stageSize());
    document.getElementById(`canvas-node-${id}`)?.focus({ preventScroll: true });
  });
}
