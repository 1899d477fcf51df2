/** The browser's own copy, cut and paste events: they work without asking for permission, across tabs. */
import { copySelected, pasteText } from "../actions/copy.ts";
import { removeSelected } from "../actions/edit.ts";
import type { Editor } from "../state/editor.ts";

export function listenToClipboard(editor: Editor): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const take = (event: ClipboardEvent, cut: boolean) => {
    const text = busy(editor, event) ? undefined : copySelected(editor);
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    if (cut) removeSelected(editor);
  };
  document.addEventListener("copy", (event) => take(event, false), { signal });
  document.addEventListener("cut", (event) => take(event, true), { signal });
  document.addEventListener("paste", (event) => {
    const keepIncoming = editor.pasteKeepsIncoming;
    editor.pasteKeepsIncoming = false;
    if (busy(editor, event)) return;
    if (pasteText(editor, event.clipboardData?.getData("text/plain") ?? "", { keepIncoming })) {
      event.preventDefault();
    }
  }, { signal });
  return () => controller.abort();
}

/** Text fields, dialogs and marked text keep their own clipboard. */
function busy(editor: Editor, event: ClipboardEvent): boolean {
  const inField = event.target instanceof Element &&
    event.target.closest("input, textarea, select, dialog") !== null;
  const marked = event.type !== "paste" && (getSelection()?.toString() ?? "") !== "";
  return inField || marked || editor.dialog.peek() !== null;
}
