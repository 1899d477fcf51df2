import { addNode } from "@/lib/canvas/actions/add.ts";
import { useCanvas } from "../context.ts";

/** What a newcomer sees first: the one thing to do next. */
export function EmptyHint() {
  const { editor } = useCanvas();
  if (editor.graph.value.nodes.size > 0) return null;
  return (
    <div class="canvas-empty" onPointerDown={(event) => event.stopPropagation()}>
      <h2>Start with your data</h2>
      <p>Add a source, then chain a filter, a sort and a table behind it. Every step shows its rows below.</p>
      <button
        type="button"
        class="ui-button ui-button-primary"
        data-testid="start-source"
        onClick={() => addNode(editor, "data_source")}
      >
        Add a data source
      </button>
      <p class="canvas-empty-keys">
        <kbd>Space</kbd> adds a node · <kbd>?</kbd> shows all keys
      </p>
    </div>
  );
}
