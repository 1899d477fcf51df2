import type { SaveStatus } from "@/lib/canvas/state/save_state.ts";
import { useCanvas } from "../context.ts";

const words: Readonly<Record<SaveStatus, string>> = {
  saved: "Saved",
  unsaved: "Unsaved",
  saving: "Saving…",
  conflict: "Conflict",
  failed: "Not saved",
};

export function SaveState() {
  const { editor, saving } = useCanvas();
  const status = saving.status.value;
  const isNew = saving.saved.value.id === null && status === "saved";
  return (
    <span
      class="canvas-save"
      data-testid="save-state"
      data-status={status}
      role="status"
      title={saving.failure.value}
    >
      {status === "conflict"
        ? (
          <button
            type="button"
            class="ui-button ui-button-small ui-button-danger"
            onClick={() => editor.dialog.value = { kind: "conflict" }}
          >
            {words[status]}
          </button>
        )
        : <span class={`canvas-save-word canvas-save-${status}`}>{isNew ? "New" : words[status]}</span>}
      {status === "failed" && <span class="ui-field-error">{saving.failure.value}</span>}
    </span>
  );
}
