import { centreOn } from "@/lib/canvas/actions/look.ts";
import { stageSize } from "@/lib/canvas/actions/stage.ts";
import { boundsOf, CARD } from "@/lib/canvas/model/geometry.ts";
import { useCanvas } from "../context.ts";

const SIZE = { width: 160, height: 100 };

/** The whole flow in small, once it no longer fits at a glance. A click goes there. */
export function Minimap() {
  const { editor } = useCanvas();
  const nodes = [...editor.graph.value.nodes.values()];
  const box = boundsOf(nodes.map((node) => node.position));
  if (!box || nodes.length < 12) return null;
  const pad = 60;
  return (
    <svg
      class="canvas-minimap"
      width={SIZE.width}
      height={SIZE.height}
      viewBox={`${box.x - pad} ${box.y - pad} ${box.width + pad * 2} ${box.height + pad * 2}`}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.stopPropagation();
        const matrix = event.currentTarget.getScreenCTM()?.inverse();
        if (!matrix) return;
        centreOn(editor, new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix));
      }}
    >
      {nodes.map((node) => (
        <rect
          key={node.id}
          x={node.position.x}
          y={node.position.y}
          width={CARD.width}
          height={CARD.height}
          rx="8"
          class={editor.selection.value.has(node.id) ? "canvas-minimap-selected" : ""}
        />
      ))}
      <Frame />
    </svg>
  );
}

function Frame() {
  const { editor } = useCanvas();
  const { x, y, zoom } = editor.view.value;
  const { width, height } = stageSize();
  return (
    <rect
      class="canvas-minimap-frame"
      x={-x / zoom}
      y={-y / zoom}
      width={width / zoom}
      height={height / zoom}
    />
  );
}
