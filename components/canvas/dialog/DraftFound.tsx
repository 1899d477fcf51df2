import { dateAndTime } from "@/components/time.ts";
import { fitView } from "@/lib/canvas/actions/look.ts";
import { useCanvas } from "../context.ts";
import { Modal } from "./Modal.tsx";

/** Work that an earlier visit could not save. */
export function DraftFound({ savedAt }: { readonly savedAt: string }) {
  const { editor, saving } = useCanvas();
  const close = () => editor.dialog.value = null;
  return (
    <Modal label="Unsaved work found" testId="draft-dialog">
      <h2>Unsaved work found</h2>
      <p>
        This browser kept changes{Number.isNaN(Date.parse(savedAt)) ? "" : ` from ${dateAndTime(savedAt)}`}
        {" "}
        that were never saved. Restore them? Undo goes back to the saved version.
      </p>
      <div class="ui-actions">
        <button
          type="button"
          class="ui-button"
          data-testid="discard-draft"
          onClick={() => {
            saving.discardDraft();
            close();
          }}
        >
          Discard
        </button>
        <button
          type="button"
          class="ui-button ui-button-primary"
          data-testid="restore-draft"
          autofocus
          onClick={() => {
            const draft = saving.leftBehind();
            close();
            if (draft) saving.restore(draft);
            fitView(editor);
          }}
        >
          Restore
        </button>
      </div>
    </Modal>
  );
}
