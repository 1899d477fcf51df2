/** The keys, as data: the handler, the help and "go to anything" read the same list. */
import { duplicateSelected } from "../actions/copy.ts";
import { arrange, bypassSelected, removeSelected } from "../actions/edit.ts";
import { fitView } from "../actions/look.ts";
import { selectAll, selectFlow } from "../actions/select.ts";
import type { CanvasState } from "../state/canvas.ts";
import type { Dialog } from "../state/dialog.ts";
import type { Editor } from "../state/editor.ts";

/** Returning false lets the browser have the key. */
type Run = (canvas: CanvasState) => boolean | void;

export interface Shortcut {
  /** As written in the help, e.g. "Ctrl+Shift+Z"; Ctrl is also Command. */
  readonly keys: string;
  readonly label: string;
  readonly run: Run;
  /**
   * Where the key works. `everywhere`: while typing in a field, too; `page`: outside of fields. Left out, a key with
   * Ctrl works outside of fields, and one without only on the drawing area.
   */
  readonly scope?: "everywhere" | "page";
  /** A focused button or link keeps this key. */
  readonly yields?: boolean;
  /** A second key for what another one does already: not in the help. */
  readonly isAlias?: boolean;
  /** Means something as a key only: not offered by "go to anything". */
  readonly isKeyOnly?: boolean;
}

/** A key that something else acts on: the browser's own clipboard, or the arrows of the keyboard handler. */
const listed = (keys: string, label: string): Shortcut => ({
  keys,
  label,
  run: () => false,
  isKeyOnly: true,
});

const open = (dialog: Dialog): Run => ({ editor }) => void (editor.dialog.value = dialog);

const edit = (act: (editor: Editor) => void): Run => ({ editor }) => act(editor);

/** Acts on the one selected node; without one the browser has the key. */
const onSelected = (act: (id: string, canvas: CanvasState) => void): Run => (canvas) => {
  const id = canvas.editor.active.peek();
  if (id !== null) act(id, canvas);
  return id !== null;
};

const openForSelected = (dialog: (id: string) => Dialog): Run =>
  onSelected((id, { editor }) => editor.dialog.value = dialog(id));

function focusSettings(): void {
  const first = document.querySelector<HTMLElement>(
    "#canvas-settings :is(input, select, textarea, button):not([disabled]):not([data-skip])",
  );
  first?.focus();
}

const build: readonly Shortcut[] = [
  { keys: "Space", label: "Add a node", run: open({ kind: "add" }), yields: true },
  {
    keys: "/",
    label: "Add a node",
    run: open({ kind: "add" }),
    scope: "page",
    isAlias: true,
    isKeyOnly: true,
  },
  {
    keys: "Tab",
    label: "Add a node behind the selected one (Escape first to leave the drawing area)",
    run: openForSelected((id) => ({ kind: "add", after: id })),
    yields: true,
    isKeyOnly: true,
  },
  {
    keys: "C",
    label: "Connect the selected node to …",
    run: openForSelected((id) => ({ kind: "connect", source: id })),
  },
  {
    keys: "Enter",
    label: "Go to the selected node's settings (Escape comes back)",
    run: onSelected(focusSettings),
    yields: true,
    isKeyOnly: true,
  },
  {
    keys: "F2",
    label: "Rename the selected node",
    run: openForSelected((id) => ({ kind: "rename", id })),
    scope: "page",
  },
  { keys: "Ctrl+B", label: "Bypass or enable", run: edit(bypassSelected) },
  { keys: "Delete", label: "Remove and connect its neighbours", run: edit(removeSelected) },
  {
    keys: "Backspace",
    label: "Remove and connect its neighbours",
    run: edit(removeSelected),
    isAlias: true,
    isKeyOnly: true,
  },
  {
    keys: "Shift+Delete",
    label: "Remove with its connections",
    run: ({ editor }) => removeSelected(editor, false),
  },
  { keys: "Ctrl+D", label: "Duplicate", run: edit(duplicateSelected) },
  listed("Ctrl+C", "Copy"),
  listed("Ctrl+X", "Cut"),
  listed("Ctrl+V", "Paste"),
  {
    keys: "Ctrl+Shift+V",
    label: "Paste and keep the incoming connections",
    run: ({ editor }) => {
      editor.pasteKeepsIncoming = true;
      return false;
    },
    isKeyOnly: true,
  },
];

const select: readonly Shortcut[] = [
  listed("Arrow keys", "Walk along the connections"),
  listed("Alt+Arrow keys", "Move the selected nodes"),
  { keys: "Ctrl+A", label: "Select all", run: edit(selectAll) },
  {
    keys: "Ctrl+Shift+A",
    label: "Select the connected flow (also Alt+click)",
    run: onSelected((id, { editor }) => selectFlow(editor, id)),
  },
  { keys: "Escape", label: "Select nothing", run: edit((editor) => editor.select([])), isKeyOnly: true },
];

const view: readonly Shortcut[] = [
  { keys: "F", label: "Fit into view", run: edit(fitView) },
  { keys: "L", label: "Arrange in layers", run: edit(arrange) },
  { keys: "?", label: "Show all keys", run: open({ kind: "help" }), scope: "page" },
  {
    keys: "Ctrl+K",
    label: "Go to anything",
    run: open({ kind: "palette" }),
    scope: "everywhere",
    isKeyOnly: true,
  },
];

const workflow: readonly Shortcut[] = [
  { keys: "Ctrl+S", label: "Save", run: ({ saving }) => void saving.save(), scope: "everywhere" },
  { keys: "Ctrl+Z", label: "Undo", run: edit((editor) => editor.undo()) },
  { keys: "Ctrl+Y", label: "Redo", run: edit((editor) => editor.redo()) },
  { keys: "Ctrl+Shift+Z", label: "Redo", run: edit((editor) => editor.redo()), isAlias: true },
  { keys: "Ctrl+Enter", label: "Run all", run: ({ runner }) => void runner.all(), scope: "everywhere" },
  {
    keys: "Shift+Enter",
    label: "Run to the selected node",
    run: onSelected((id, { runner }) => void runner.to(id)),
  },
];

/** Under the headings of the help. */
export const SHORTCUTS: Readonly<Record<string, readonly Shortcut[]>> = {
  "Build": build,
  "Select and move": select,
  "View": view,
  "Workflow": workflow,
};
