/** Changes to what is there: connecting, removing, bypassing, moving. */
import type { Port } from "@/compiler/browser.ts";
import { bestPort, refusal } from "../model/connection.ts";
import { GRID } from "../model/geometry.ts";
import { makeEdge, positionsMovedBy } from "../model/graph.ts";
import { autoLayout } from "../model/layout.ts";
import { type Direction, neighbour } from "../model/navigation.ts";
import type { Editor } from "../state/editor.ts";
import { fitView } from "./look.ts";
import { selectNode } from "./select.ts";

/** Draws an edge, or says why not. Without a port it lands on the target's best one. */
export function connect(editor: Editor, source: string, target: string, wished?: Port): void {
  const state = editor.graph.peek();
  const port = wished ?? bestPort(state, target) ?? "in";
  const reason = refusal(state, { source, target, port });
  if (reason) editor.message.value = reason;
  else editor.run({ kind: "connect", edge: makeEdge(source, target, port) });
}

/** Removes the selected edge or nodes; the keyboard goes on to a neighbour of the first removed node. */
export function removeSelected(editor: Editor, heal = true): void {
  const key = editor.selectedEdge.peek();
  if (key) {
    editor.run({ kind: "disconnect", keys: [key] });
    return;
  }
  const ids = [...editor.selection.peek()];
  if (ids.length === 0) return;
  const state = editor.graph.peek();
  const next = neighbour(state, ids[0]!, "left") ?? neighbour(state, ids[0]!, "right");
  editor.run({ kind: "remove", ids, heal });
  if (next !== undefined && editor.graph.peek().nodes.has(next)) selectNode(editor, next);
}

/** Bypasses the selected nodes; when all of them are bypassed already, enables them. */
export function bypassSelected(editor: Editor): void {
  const ids = [...editor.selection.peek()];
  const { nodes } = editor.graph.peek();
  const disabled = ids.some((id) => !nodes.get(id)?.disabled);
  editor.run({ kind: "bypass", ids, disabled });
}

const steps = {
  left: { x: -GRID, y: 0 },
  right: { x: GRID, y: 0 },
  up: { x: 0, y: -GRID },
  down: { x: 0, y: GRID },
} as const;

/** Moves the selected nodes by one step of the grid; quick steps are one to undo. */
export function nudge(editor: Editor, direction: Direction): void {
  const ids = [...editor.selection.peek()];
  const positions = positionsMovedBy(editor.graph.peek(), ids, steps[direction]);
  if (positions.size > 0) editor.run({ kind: "move", positions }, { mergeKey: `nudge ${ids.join(" ")}` });
}

export function arrange(editor: Editor): void {
  editor.run({ kind: "move", positions: autoLayout(editor.graph.peek()) });
  fitView(editor);
}
