/** The pointer on the drawing area itself: pan, zoom, select by a frame. */
import { stageElement } from "../actions/stage.ts";
import { boxBetween, overlaps, toWorld, zoomAt } from "../model/geometry.ts";
import type { Point } from "../model/graph.ts";
import type { Editor } from "../state/editor.ts";
import { follow } from "./gesture.ts";
import type { Pointed } from "./hit.ts";

const PANNING = "canvas-stage-panning";

/** Where in the graph an event happened. */
export function stagePoint(editor: Editor, event: Pointed): Point {
  return toWorld(editor.view.peek(), screenPoint(event));
}

function screenPoint(event: Pointed): Point {
  const box = stageElement()!.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** The wheel pans; with Ctrl, or by a pinch, it zooms at the pointer. */
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

/** A drag pans; with Shift it selects; the middle button always pans. */
export function startStageDrag(editor: Editor, event: PointerEvent): void {
  if (event.button === 1 || (event.button === 0 && !event.shiftKey)) startPan(editor, event);
  else if (event.button === 0) startLasso(editor, event);
}

function startPan(editor: Editor, down: PointerEvent): void {
  down.preventDefault();
  const start = editor.view.peek();
  const stage = stageElement();
  follow(down, {
    move(_event, by) {
      stage?.classList.add(PANNING);
      editor.view.value = { ...start, x: start.x + by.x, y: start.y + by.y };
    },
    end(_event, moved) {
      stage?.classList.remove(PANNING);
      if (moved) return;
      editor.select([]);
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    cancel() {
      stage?.classList.remove(PANNING);
      editor.view.value = start;
    },
  });
}

function startLasso(editor: Editor, down: PointerEvent): void {
  down.preventDefault();
  const from = stagePoint(editor, down);
  const before = editor.selection.peek();
  follow(down, {
    move(event) {
      const to = stagePoint(editor, event);
      editor.lasso.value = { from, to };
      const box = boxBetween(from, to);
      const caught = [...editor.graph.peek().nodes.values()].filter((node) => overlaps(box, node.position));
      editor.select([...before, ...caught.map((node) => node.id)]);
    },
    end() {
      editor.lasso.value = null;
    },
    cancel() {
      editor.lasso.value = null;
      editor.select(before);
    },
  });
}
