/** Dragging a node type from the palette onto the drawing area. */
import type { NodeType } from "@/compiler/browser.ts";
import { addNode } from "../actions/add.ts";
import { CARD } from "../model/geometry.ts";
import type { Editor } from "../state/editor.ts";
import { stagePoint } from "./drag_stage.ts";
import { edgeUnder } from "./hit.ts";

const DATA_TYPE = "application/x-flowforge-node";

export function startPaletteDrag({ dataTransfer }: DragEvent, type: NodeType): void {
  if (!dataTransfer) return;
  dataTransfer.setData(DATA_TYPE, type);
  dataTransfer.effectAllowed = "copy";
}

/** Adds the dragged node type where it was let go; anything else that is dropped keeps its own meaning. */
export function dropFromPalette(editor: Editor, event: DragEvent): void {
  const type = event.dataTransfer?.getData(DATA_TYPE);
  if (!type) return;
  event.preventDefault();
  const point = stagePoint(editor, event);
  addNode(editor, type as NodeType, {
    at: { x: point.x - CARD.width / 2, y: point.y - CARD.height / 2 },
    edge: edgeUnder(editor.graph.peek(), event),
  });
}
