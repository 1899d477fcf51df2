/** Adding a node, in the place and with the connection a person would expect. */
import { type GraphEdge, type GraphNode, nodeDescription, type NodeType } from "@/compiler/browser.ts";
import { autoNamed } from "../form/auto_name.ts";
import type { Command } from "../model/commands.ts";
import { CARD, freeSpot, GRID, midpoint } from "../model/geometry.ts";
import type { GraphState, Point } from "../model/graph.ts";
import type { Editor } from "../state/editor.ts";
import { focusNode, viewCentre } from "./look.ts";

interface AddOptions {
  /** World position of the card's top left corner. */
  readonly at?: Point;
  /** The node to connect from; the selected one when neither a place nor an edge is given. */
  readonly after?: string;
  /** The edge that the new node is put into, between its two ends. */
  readonly edge?: GraphEdge;
}

/** Adds a node of a type, selects it, gives it the keyboard and returns its id. */
export function addNode(editor: Editor, type: NodeType, options: AddOptions = {}): string {
  const state = editor.graph.peek();
  const anchor = anchorOf(editor, options);
  const others = [...state.nodes.values()].map((node) => node.position);
  const node: GraphNode = {
    id: makeId(type),
    type,
    position: freeSpot(wishedPlace(editor, options, anchor), others),
    config: initialConfig(type),
  };
  editor.run(commandFor(node, anchor, options.edge), { select: [node.id] });
  editor.message.value = `Added ${nodeDescription(type)?.label ?? type}.`;
  focusNode(editor, node.id);
  return node.id;
}

export function makeId(type: string): string {
  return `${type}_${crypto.randomUUID().slice(0, 8)}`;
}

function anchorOf(editor: Editor, { at, after, edge }: AddOptions): GraphNode | undefined {
  const id = after ?? (at || edge ? null : editor.active.peek());
  return id === null ? undefined : editor.graph.peek().nodes.get(id);
}

function wishedPlace(editor: Editor, { at, edge }: AddOptions, anchor: GraphNode | undefined): Point {
  if (at) return at;
  if (edge) return middleOf(editor.graph.peek(), edge);
  if (anchor) return { x: anchor.position.x + CARD.width + GRID * 6, y: anchor.position.y };
  return viewCentre(editor);
}

function middleOf({ nodes }: GraphState, { source, target }: GraphEdge): Point {
  const from = nodes.get(source)?.position;
  const to = nodes.get(target)?.position;
  return from && to ? midpoint(from, to) : { x: 0, y: 0 };
}

function initialConfig(type: NodeType): GraphNode["config"] {
  const description = nodeDescription(type);
  const initial = structuredClone(description?.initial ?? {});
  return autoNamed(initial, initial, description?.fields ?? []);
}

function commandFor(node: GraphNode, anchor: GraphNode | undefined, edge: GraphEdge | undefined): Command {
  const description = nodeDescription(node.type);
  const port = description?.inputs[0];
  if (edge && port && !description.terminal) return { kind: "insert_on_edge", node, edge, port };
  const isFed = port && anchor && !nodeDescription(anchor.type)?.terminal;
  return { kind: "add", node, from: isFed ? { source: anchor.id, port } : undefined };
}
