import { useCanvas } from "../context.ts";
import { Modal } from "./Modal.tsx";

/** Another save came first. Either choice keeps both versions within reach. */
export function Conflict() {
  const { editor, saving } = useCanvas();
  const close = () => editor.dialog.value = null;
  return (
    <Modal label="Someone else saved this workflow" testId="conflict-dialog">
      <h2>Someone else saved this workflow</h2>
      <p>
        It was changed elsewhere since you opened it, so your edits were not saved over it. Nothing is lost:
        your version is on this canvas and kept in this browser.
      </p>
      {saving.failure.value && <p class="ui-field-error">{saving.failure.value}</p>}
      <div class="ui-actions">
        <button type="button" class="ui-button ui-button-quiet" onClick={close}>Keep looking</button>
        <button
          type="button"
          class="ui-button"
          data-testid="load-theirs"
          onClick={() => {
            close();
            void saving.loadTheirs();
          }}
        >
          Load theirs
        </button>
        <button
          type="button"
          class="ui-button ui-button-primary"
          data-testid="save-copy"
          onClick={() => {
            close();
            void saving.saveAsCopy();
          }}
        >
          Save mine as a copy
        </button>
      </div>
    </Modal>
  );
}
