/** The pointer on a port: draw a new edge, or pull one off and put it elsewhere. */
import type { GraphEdge } from "@/compiler/browser.ts";
import { connect } from "../actions/edit.ts";
import { bestPort, refusal } from "../model/connection.ts";
import { edgeKey, portOf } from "../model/graph.ts";
import type { Editor, PendingEdge } from "../state/editor.ts";
import { stagePoint } from "./drag_stage.ts";
import { follow } from "./gesture.ts";
import { nodeUnder, type Pointed } from "./hit.ts";

/** Draws an edge from an output; with `plugged` it pulls that edge off its port. */
export function startEdge(editor: Editor, source: string, down: PointerEvent, plugged?: GraphEdge): void {
  if (down.button !== 0) return;
  down.stopPropagation();
  down.preventDefault();
  follow(down, {
    move(event) {
      const pointer = stagePoint(editor, event);
      editor.pendingEdge.value = { source, pointer, ...landing(editor, source, event, plugged) };
    },
    end(event, moved) {
      editor.pendingEdge.value = null;
      if (moved) finish(editor, source, event, plugged);
    },
    cancel() {
      editor.pendingEdge.value = null;
    },
  });
}

function landing(
  editor: Editor,
  source: string,
  event: Pointed,
  plugged: GraphEdge | undefined,
): Pick<PendingEdge, "target" | "refusal"> {
  const under = nodeUnder(event);
  if (!under || (under.id === source && !plugged)) return {};
  const state = editor.graph.peek();
  const port = under.port ?? bestPort(state, under.id) ?? "in";
  const reason = refusal(state, { source, target: under.id, port });
  if (reason) editor.message.value = reason;
  return { target: { id: under.id, port }, refusal: reason };
}

function finish(editor: Editor, source: string, event: Pointed, plugged: GraphEdge | undefined): void {
  const under = nodeUnder(event);
  const isPutBack = under !== undefined && plugged?.target === under.id &&
    (under.port ?? portOf(plugged)) === portOf(plugged);
  if (isPutBack) return;
  if (plugged) editor.run({ kind: "disconnect", keys: [edgeKey(plugged)] });
  if (under && under.id !== source) connect(editor, source, under.id, under.port);
  else if (!under && !plugged) {
    editor.dialog.value = { kind: "add", at: stagePoint(editor, event), after: source };
  }
}
