/** The pointer on a card: select it, move it, or put it on an edge. */
import { type GraphEdge, nodeDescription, type Port } from "@/compiler/browser.ts";
import { selectFlow } from "../actions/select.ts";
import { snap } from "../model/geometry.ts";
import { edgeInto, edgeKey, incoming, outgoing, positionsMovedBy } from "../model/graph.ts";
import type { Drag, Editor } from "../state/editor.ts";
import { startEdge } from "./draw_edge.ts";
import { follow } from "./gesture.ts";
import { edgeUnder, type Pointed, portAt } from "./hit.ts";

/** A press on a connected input pulls its edge off; anywhere else on the card it selects and moves. */
export function startCardDrag(editor: Editor, id: string, down: PointerEvent): void {
  if (down.button !== 0) return;
  down.stopPropagation();
  const port = portAt(down.target as Element);
  const plugged = port && edgeInto(editor.graph.peek(), id, port);
  if (plugged) return startEdge(editor, plugged.source, down, plugged);
  selectPressed(editor, id, down);
  const ids = editor.selection.peek();
  follow(down, {
    move(event, by) {
      if (!ids.has(id)) return;
      const { zoom } = editor.view.peek();
      const drag = { ids, by: snap({ x: by.x / zoom, y: by.y / zoom }) };
      const landing = landingOf(editor, ids, event);
      editor.drag.value = { ...drag, onto: landing && edgeKey(landing.edge) };
    },
    end(event, moved) {
      const drag = editor.drag.peek();
      editor.drag.value = null;
      if (drag) drop(editor, drag, event);
      else if (!moved && !hasModifier(down)) editor.select([id]);
    },
    cancel() {
      editor.drag.value = null;
    },
  });
}

/** Alt takes the whole flow, Shift and Ctrl add or take away, a plain press on a selected card keeps the selection. */
function selectPressed(editor: Editor, id: string, down: PointerEvent): void {
  const selection = editor.selection.peek();
  if (down.altKey) selectFlow(editor, id);
  else if (hasModifier(down)) {
    editor.select(selection.has(id) ? [...selection].filter((each) => each !== id) : [...selection, id]);
  } else if (!selection.has(id)) editor.select([id]);
}

function hasModifier({ shiftKey, ctrlKey, metaKey, altKey }: PointerEvent): boolean {
  return shiftKey || ctrlKey || metaKey || altKey;
}

interface Landing {
  readonly id: string;
  readonly port: Port;
  readonly edge: GraphEdge;
}

/** Where a node that moves alone, has no edges yet and could stand on one would be inserted. */
function landingOf(editor: Editor, ids: ReadonlySet<string>, event: Pointed): Landing | undefined {
  const [id] = ids;
  const state = editor.graph.peek();
  const node = ids.size === 1 && id !== undefined ? state.nodes.get(id) : undefined;
  if (!node || incoming(state, node.id).length > 0 || outgoing(state, node.id).length > 0) return undefined;
  const description = nodeDescription(node.type);
  const port = description?.terminal ? undefined : description?.inputs[0];
  const edge = port && edgeUnder(state, event);
  return port && edge && { id: node.id, port, edge };
}

function drop(editor: Editor, { ids, by }: Drag, event: Pointed): void {
  const state = editor.graph.peek();
  const positions = positionsMovedBy(state, ids, by);
  const landing = landingOf(editor, ids, event);
  const node = landing && state.nodes.get(landing.id);
  if (!landing || !node) {
    editor.run({ kind: "move", positions });
    return;
  }
  const placed = { ...node, position: { ...node.position, ...positions.get(node.id) } };
  editor.run({ kind: "insert_on_edge", node: placed, edge: landing.edge, port: landing.port });
}
