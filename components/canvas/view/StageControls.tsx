import { arrange } from "@/lib/canvas/actions/edit.ts";
import { fitView, zoomBy } from "@/lib/canvas/actions/look.ts";
import { useCanvas } from "../context.ts";

const STEP = 1.2;

export function StageControls() {
  const { editor } = useCanvas();
  return (
    <div
      class="canvas-controls"
      role="toolbar"
      aria-label="View"
      onPointerDown={(event) => event.stopPropagation()}
    >
      <button
        type="button"
        class="ui-button ui-button-quiet"
        aria-label="Zoom out"
        onClick={() => zoomBy(editor, 1 / STEP)}
      >
        −
      </button>
      <output class="canvas-zoom" aria-label="Zoom">{Math.round(editor.view.value.zoom * 100)} %</output>
      <button
        type="button"
        class="ui-button ui-button-quiet"
        aria-label="Zoom in"
        onClick={() => zoomBy(editor, STEP)}
      >
        +
      </button>
      <button
        type="button"
        class="ui-button ui-button-quiet"
        title="Fit everything into view (F)"
        onClick={() => fitView(editor)}
      >
        Fit
      </button>
      <button
        type="button"
        class="ui-button ui-button-quiet"
        title="Arrange the nodes in layers (L)"
        data-testid="arrange"
        onClick={() => arrange(editor)}
      >
        Arrange
      </button>
    </div>
  );
}
