/** The canvas and the browser page it stands in: address, storage, keys, clipboard, leaving. */
import type { CanvasState } from "../state/canvas.ts";
import type { SavingHost } from "../state/saving_host.ts";
import { listenToClipboard } from "./clipboard.ts";
import { onKeyDown } from "./keyboard.ts";

/** Nothing of the page is touched before it is needed: the canvas is drawn on the server, too. */
export const page: SavingHost = {
  storage: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
    removeItem: (key) => localStorage.removeItem(key),
  },
  created: (id) => history.replaceState(null, "", `/canvas/${id}`),
  open: (id) => location.assign(`/canvas/${id}`),
};

/** Brings a drawn canvas to life and returns what ends it. */
export function startCanvas(canvas: CanvasState): () => void {
  const { editor, saving, preview } = canvas;
  const draft = saving.leftBehind();
  if (draft) editor.dialog.value = { kind: "draft", savedAt: draft.savedAt };
  const listeners = new AbortController();
  const { signal } = listeners;
  const press = (event: KeyboardEvent) => onKeyDown(canvas, event);
  const leave = (event: BeforeUnloadEvent) => saving.dirty.peek() && event.preventDefault();
  addEventListener("keydown", press, { signal });
  addEventListener("beforeunload", leave, { signal });
  const stops = [preview.start(), saving.start(), listenToClipboard(editor)];
  document.documentElement.dataset.canvas = "ready";
  return () => {
    listeners.abort();
    for (const stop of stops) stop();
  };
}
