/** Selecting nodes and walking between them. */
import { connected } from "../model/graph.ts";
import { type Direction, neighbour } from "../model/navigation.ts";
import type { Editor } from "../state/editor.ts";
import { focusNode } from "./look.ts";

export function selectNode(editor: Editor, id: string): void {
  editor.select([id]);
  focusNode(editor, id);
}

/** Goes to the neighbour in that direction; without a selection to where the keyboard was last. */
export function walk(editor: Editor, direction: Direction): void {
  const state = editor.graph.peek();
  const from = editor.active.peek() ?? editor.focused.peek() ?? [...state.nodes.keys()][0];
  if (from === undefined) return;
  const next = editor.selection.peek().size === 0 ? from : neighbour(state, from, direction);
  if (next !== undefined) selectNode(editor, next);
}

export function selectFlow(editor: Editor, id: string): void {
  editor.select(connected(editor.graph.peek(), id));
}

export function selectAll(editor: Editor): void {
  editor.select(editor.graph.peek().nodes.keys());
}
