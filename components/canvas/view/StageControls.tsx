import { useCanvas } from "../context.ts";
import { zoomAt } from "@/lib/canvas/model/geometry.ts";
import { arrange, fitView, stageSize } from "@/lib/canvas/state/actions.ts";

export function StageControls() {
  const { editor } = useCanvas();
  const zoom = (factor: number) => {
    const { width, height } = stageSize();
    editor.view.value = zoomAt(editor.view.peek(), { x: width / 2, y: height / 2 }, factor);
  };
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
        onClick={() => zoom(1 / 1.2)}
      >
        −
      </button>
      <output class="canvas-zoom" aria-label="Zoom">{Math.round(editor.view.value.zoom * 100)} %</output>
      <button type="button" class="ui-button ui-button-quiet" aria-label="Zoom in" onClick={() => zoom(1.2)}>
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
