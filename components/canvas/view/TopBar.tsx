import { nodeDescription } from "@/compiler/browser.ts";
import { useCanvas } from "../context.ts";
import { FileMenu } from "./FileMenu.tsx";
import { SaveState } from "./SaveState.tsx";

/** Name, save state and the actions on the whole workflow. */
export function TopBar() {
  const { editor, saving, runner } = useCanvas();
  const { past, future } = editor.history.value;
  const id = editor.active.value;
  const node = id === null ? undefined : editor.graph.value.nodes.get(id);
  const pinnable = node !== undefined && (nodeDescription(node.type)?.terminal ?? false);
  return (
    <header class="canvas-top">
      <h1 class="ui-hidden">{saving.name.value}</h1>
      <a class="ui-button ui-button-quiet" href="/canvas">Workflows</a>
      <input
        class="canvas-name"
        aria-label="Name of the workflow"
        data-testid="workflow-name"
        value={saving.name.value}
        maxLength={200}
        onInput={(event) => saving.name.value = event.currentTarget.value}
        onKeyDown={(event) => (event.key === "Enter" || event.key === "Escape") && event.currentTarget.blur()}
      />
      <SaveState />
      <div class="canvas-top-actions" role="toolbar" aria-label="Workflow">
        <button
          type="button"
          class="ui-button ui-button-quiet"
          data-testid="undo"
          disabled={past.length === 0}
          title={past.length ? `Undo ${past.at(-1)!.name} (Ctrl+Z)` : "Nothing to undo"}
          onClick={() => editor.undo()}
        >
          Undo
        </button>
        <button
          type="button"
          class="ui-button ui-button-quiet"
          data-testid="redo"
          disabled={future.length === 0}
          title={future.length ? `Redo ${future[0]!.name} (Ctrl+Y)` : "Nothing to redo"}
          onClick={() => editor.redo()}
        >
          Redo
        </button>
        <FileMenu />
        <button
          type="button"
          class="ui-button ui-button-quiet"
          aria-label="Keyboard help"
          onClick={() => editor.dialog.value = { kind: "help" }}
        >
          ?
        </button>
        <button
          type="button"
          class="ui-button"
          data-testid="pin"
          disabled={!pinnable}
          title={pinnable
            ? "Show this output on a dashboard"
            : "Select an output node (table, chart, KPI) to pin it"}
          onClick={() => id !== null && (editor.dialog.value = { kind: "pin", id })}
        >
          Pin
        </button>
        {editor.running.value
          ? (
            <button
              type="button"
              class="ui-button ui-button-danger"
              data-testid="stop"
              onClick={() => runner.stop()}
            >
              Stop
            </button>
          )
          : (
            <button
              type="button"
              class="ui-button"
              data-testid="run"
              title="Run every node (Ctrl+Enter)"
              disabled={editor.graph.value.nodes.size === 0}
              onClick={() => void runner.all()}
            >
              Run
            </button>
          )}
        <button
          type="button"
          class="ui-button ui-button-primary"
          data-testid="save"
          title="Save (Ctrl+S)"
          onClick={() => void saving.save()}
        >
          Save
        </button>
      </div>
    </header>
  );
}
