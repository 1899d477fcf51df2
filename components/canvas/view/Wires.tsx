import { useComputed } from "@preact/signals";
import type { GraphEdge } from "@/compiler/schema/types.ts";
import { useCanvas } from "../context.ts";
import { titleOf } from "@/lib/canvas/model/connection.ts";
import { inputPoint, outputPoint, wirePath } from "@/lib/canvas/model/geometry.ts";
import { edgeKey, type Point, portOf } from "@/lib/canvas/model/graph.ts";
import { describe, type Editor } from "@/lib/canvas/state/editor.ts";
import { memo } from "./memo.ts";

/** All wires, in one picture below the cards. */
export function Wires() {
  const { editor } = useCanvas();
  return (
    <svg class="canvas-wires" width="1" height="1" aria-hidden="true">
      {editor.graph.value.edges.map((edge) => <Wire key={edgeKey(edge)} edge={edge} />)}
    </svg>
  );
}

const Wire = memo(function Wire({ edge }: { readonly edge: GraphEdge }) {
  const { editor } = useCanvas();
  const key = edgeKey(edge);
  const path = useComputed(() => {
    const target = editor.graph.value.nodes.get(edge.target);
    const from = place(editor, edge.source);
    const to = place(editor, edge.target);
    if (!from || !to || !target) return "";
    return wirePath(outputPoint(from), inputPoint(to, portOf(edge), describe(target.type)?.inputs ?? []));
  });
  const state = useComputed(() =>
    "canvas-wire" + (editor.wire.value === key ? " canvas-wire-selected" : "") +
    (editor.drag.value?.onto === key ? " canvas-wire-landing" : "")
  );
  const title = useComputed(() => {
    const nodes = editor.graph.value.nodes;
    const name = (id: string) => {
      const node = nodes.get(id);
      return node ? titleOf(node, describe(node.type)) : id;
    };
    return `${name(edge.source)} to ${name(edge.target)}`;
  });
  return (
    <g
      class={state}
      data-wire={key}
      data-testid={`wire-${edge.source}-${edge.target}-${portOf(edge)}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        editor.select([]);
        editor.wire.value = key;
      }}
      onDblClick={(event) => {
        event.stopPropagation();
        editor.dialog.value = { kind: "add", edge };
      }}
    >
      <title>{title}</title>
      <path class="canvas-wire-hit" d={path} />
      <path class="canvas-wire-line" d={path} />
    </g>
  );
});

/** The wire that is being drawn, above the cards. */
export function LinkWire() {
  const { editor } = useCanvas();
  const link = editor.link.value;
  const from = link ? editor.graph.value.nodes.get(link.source)?.position : undefined;
  if (!link || !from) return null;
  const look = link.refusal ? " canvas-link-refused" : link.target ? " canvas-link-ready" : "";
  return (
    <svg class="canvas-wires canvas-wires-above" width="1" height="1" aria-hidden="true">
      <path class={`canvas-link${look}`} d={wirePath(outputPoint(from), link.pointer)} />
    </svg>
  );
}

function place(editor: Editor, id: string): Point | undefined {
  const at = editor.graph.value.nodes.get(id)?.position;
  const drag = editor.drag.value;
  return at && drag?.ids.has(id) ? { x: at.x + drag.by.x, y: at.y + drag.by.y } : at;
}
