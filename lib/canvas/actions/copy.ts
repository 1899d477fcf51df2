/** Copying nodes as text and adding nodes from text. */
import { copy, paste } from "../model/clipboard.ts";
import { boundsOf, freeSpot, GRID, snap } from "../model/geometry.ts";
import type { Point } from "../model/graph.ts";
import { counted } from "../model/words.ts";
import type { Editor } from "../state/editor.ts";
import { makeId } from "./add.ts";
import { viewCentre } from "./look.ts";

/** The selected nodes as text; undefined when nothing is selected. */
export function copySelected(editor: Editor): string | undefined {
  const ids = editor.selection.peek();
  if (ids.size === 0) return undefined;
  editor.message.value = `Copied ${counted(ids.size, "node")}.`;
  return copy(editor.graph.peek(), ids);
}

interface PasteOptions {
  /** Where the copies' top left corner goes; a free spot in the middle of the view when it is left out. */
  readonly at?: Point;
  /** Feeds the copies from what fed the originals. */
  readonly keepIncoming?: boolean;
}

/** Adds the nodes that a text holds; false when it holds none. */
export function pasteText(editor: Editor, text: string, { at, keepIncoming }: PasteOptions = {}): boolean {
  const pasted = paste(text, { at: snap(at ?? pastePoint(editor)), makeId, keepIncoming });
  if (!pasted) return false;
  const ids = pasted.nodes.map((node) => node.id);
  editor.run({ kind: "paste", ...pasted }, { select: ids });
  editor.message.value = `Pasted ${counted(ids.length, "node")}.`;
  return true;
}

/** Puts copies of the selected nodes below them. */
export function duplicateSelected(editor: Editor): void {
  const state = editor.graph.peek();
  const ids = editor.selection.peek();
  const box = boundsOf([...ids].flatMap((id) => state.nodes.get(id)?.position ?? []));
  if (!box) return;
  pasteText(editor, copy(state, ids), { at: { x: box.x, y: box.y + box.height + GRID * 2 } });
}

function pastePoint(editor: Editor): Point {
  const taken = [...editor.graph.peek().nodes.values()].map((node) => node.position);
  return freeSpot(viewCentre(editor), taken);
}
