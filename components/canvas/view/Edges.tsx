import { useComputed } from "@preact/signals";
import { type GraphEdge, nodeDescription } from "@/compiler/browser.ts";
import { edgePath, inputPoint, outputPoint } from "@/lib/canvas/model/geometry.ts";
import { edgeKey, type Point, portOf } from "@/lib/canvas/model/graph.ts";
import { titleIn } from "@/lib/canvas/model/title.ts";
import type { Editor } from "@/lib/canvas/state/editor.ts";
import { useCanvas } from "../context.ts";
import { memo } from "./memo.ts";

/** All edges, in one picture below the cards. */
export function Edges() {
  const { editor } = useCanvas();
  return (
    <svg class="canvas-edges" width="1" height="1" aria-hidden="true">
      {editor.graph.value.edges.map((edge) => <EdgeLine key={edgeKey(edge)} edge={edge} />)}
    </svg>
  );
}

const EdgeLine = memo(function EdgeLine({ edge }: { readonly edge: GraphEdge }) {
  const { editor } = useCanvas();
  const key = edgeKey(edge);
  const path = useComputed(() => pathOf(editor, edge));
  const state = useComputed(() =>
    "canvas-edge" + (editor.selectedEdge.value === key ? " canvas-edge-selected" : "") +
    (editor.drag.value?.onto === key ? " canvas-edge-landing" : "")
  );
  const title = useComputed(() => {
    const name = (id: string) => titleIn(editor.graph.value, id) || id;
    return `${name(edge.source)} to ${name(edge.target)}`;
  });
  return (
    <g
      class={state}
      data-edge={key}
      data-testid={`edge-${edge.source}-${edge.target}-${portOf(edge)}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        editor.select([]);
        editor.selectedEdge.value = key;
      }}
      onDblClick={(event) => {
        event.stopPropagation();
        editor.dialog.value = { kind: "add", edge };
      }}
    >
      <title>{title}</title>
      <path class="canvas-edge-hit" d={path} />
      <path class="canvas-edge-line" d={path} />
    </g>
  );
});

/** The edge that is being drawn, above the cards. */
export function PendingEdgeLine() {
  const { editor } = useCanvas();
  const pending = editor.pendingEdge.value;
  const from = pending ? editor.graph.value.nodes.get(pending.source)?.position : undefined;
  if (!pending || !from) return null;
  const look = pending.refusal ? "refused" : pending.target ? "ready" : "open";
  return (
    <svg class="canvas-edges canvas-edges-above" width="1" height="1" aria-hidden="true">
      <path
        class={`canvas-edge-pending canvas-edge-pending-${look}`}
        d={edgePath(outputPoint(from), pending.pointer)}
      />
    </svg>
  );
}

function pathOf(editor: Editor, edge: GraphEdge): string {
  const target = editor.graph.value.nodes.get(edge.target);
  const from = placeOf(editor, edge.source);
  const to = placeOf(editor, edge.target);
  if (!from || !to || !target) return "";
  const inputs = nodeDescription(target.type)?.inputs ?? [];
  return edgePath(outputPoint(from), inputPoint(to, portOf(edge), inputs));
}

/** Where a card is drawn: where it stands, or where it has been dragged to. */
function placeOf(editor: Editor, id: string): Point | undefined {
  const at = editor.graph.value.nodes.get(id)?.position;
  const drag = editor.drag.value;
  return at && drag?.ids.has(id) ? { x: at.x + drag.by.x, y: at.y + drag.by.y } : at;
}
