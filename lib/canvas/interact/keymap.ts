/** The keys, as data: the handler and the help overlay read the same list. */
import type { CanvasContext } from "@/components/canvas/context.ts";
import {
  arrange,
  bypassSelected,
  duplicateSelected,
  fitView,
  nudge,
  removeSelected,
  selectAll,
  selectFlow,
  walk,
} from "../state/actions.ts";

export interface Shortcut {
  /** As written in the help, e.g. "Ctrl+Shift+Z"; Ctrl is also Command. */
  readonly keys: string;
  readonly label: string;
  readonly group: "Build" | "Select and move" | "View" | "Workflow";
  /** Works while typing in a field, too. */
  readonly everywhere?: boolean;
  /** False lets the browser have the key. */
  run(context: CanvasContext): boolean | void;
}

const selectedOr = (context: CanvasContext, act: (id: string) => void): boolean => {
  const id = context.editor.active.peek();
  if (id !== null) act(id);
  return id !== null;
};

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: "Space", group: "Build", label: "Add a node", run: add },
  { keys: "/", group: "Build", label: "Add a node", run: add },
  {
    keys: "Tab",
    group: "Build",
    label: "Add a node behind the selected one (Escape first to leave the drawing area)",
    run: (context) => selectedOr(context, (id) => context.editor.dialog.value = { kind: "add", after: id }),
  },
  {
    keys: "C",
    group: "Build",
    label: "Connect the selected node to …",
    run: (context) =>
      selectedOr(context, (id) => context.editor.dialog.value = { kind: "connect", source: id }),
  },
  {
    keys: "Enter",
    group: "Build",
    label: "Go to the selected node's settings (Escape comes back)",
    run: (context) => selectedOr(context, focusSettings),
  },
  {
    keys: "F2",
    group: "Build",
    label: "Rename the selected node",
    run: (context) => selectedOr(context, (id) => context.editor.dialog.value = { kind: "rename", id }),
  },
  { keys: "Ctrl+B", group: "Build", label: "Bypass or enable", run: ({ editor }) => bypassSelected(editor) },
  {
    keys: "Delete",
    group: "Build",
    label: "Remove; the wire heals",
    run: ({ editor }) => removeSelected(editor),
  },
  {
    keys: "Backspace",
    group: "Build",
    label: "Remove; the wire heals",
    run: ({ editor }) => removeSelected(editor),
  },
  {
    keys: "Shift+Delete",
    group: "Build",
    label: "Remove and cut the wires",
    run: ({ editor }) => removeSelected(editor, false),
  },
  { keys: "Ctrl+D", group: "Build", label: "Duplicate", run: ({ editor }) => duplicateSelected(editor) },
  { keys: "Ctrl+C", group: "Build", label: "Copy", run: () => false },
  { keys: "Ctrl+X", group: "Build", label: "Cut", run: () => false },
  { keys: "Ctrl+V", group: "Build", label: "Paste", run: () => false },
  {
    keys: "Ctrl+Shift+V",
    group: "Build",
    label: "Paste and keep the incoming wires",
    run: ({ editor }) => {
      editor.pasteWithWires = true;
      return false;
    },
  },
  { keys: "Arrow keys", group: "Select and move", label: "Walk along the wires", run: () => false },
  { keys: "Alt+Arrow keys", group: "Select and move", label: "Move the selected nodes", run: () => false },
  { keys: "Ctrl+A", group: "Select and move", label: "Select all", run: ({ editor }) => selectAll(editor) },
  {
    keys: "Ctrl+Shift+A",
    group: "Select and move",
    label: "Select the connected flow (also Alt+click)",
    run: (context) => selectedOr(context, (id) => selectFlow(context.editor, id)),
  },
  {
    keys: "Escape",
    group: "Select and move",
    label: "Select nothing",
    run: ({ editor }) => editor.select([]),
  },
  { keys: "F", group: "View", label: "Fit into view", run: ({ editor }) => fitView(editor) },
  { keys: "L", group: "View", label: "Arrange in layers", run: ({ editor }) => arrange(editor) },
  {
    keys: "?",
    group: "View",
    label: "Show all keys",
    run: ({ editor }) => void (editor.dialog.value = { kind: "help" }),
  },
  {
    keys: "Ctrl+K",
    group: "View",
    label: "Go to anything",
    everywhere: true,
    run: ({ editor }) => void (editor.dialog.value = { kind: "palette" }),
  },
  {
    keys: "Ctrl+S",
    group: "Workflow",
    label: "Save",
    everywhere: true,
    run: ({ saving }) => void saving.save(),
  },
  { keys: "Ctrl+Z", group: "Workflow", label: "Undo", run: ({ editor }) => editor.undo() },
  { keys: "Ctrl+Y", group: "Workflow", label: "Redo", run: ({ editor }) => editor.redo() },
  { keys: "Ctrl+Shift+Z", group: "Workflow", label: "Redo", run: ({ editor }) => editor.redo() },
  {
    keys: "Ctrl+Enter",
    group: "Workflow",
    label: "Run all",
    everywhere: true,
    run: ({ runner }) => void runner.all(),
  },
  {
    keys: "Shift+Enter",
    group: "Workflow",
    label: "Run to the selected node",
    run: (context) => selectedOr(context, (id) => void context.runner.to(id)),
  },
];

function add({ editor }: CanvasContext): void {
  editor.dialog.value = { kind: "add" };
}

function focusSettings(): void {
  const first = document.querySelector<HTMLElement>(
    "#canvas-settings :is(input, select, textarea, button):not([disabled]):not([data-skip])",
  );
  first?.focus();
}

const byKeys: ReadonlyMap<string, Shortcut> = new Map(SHORTCUTS.map((shortcut) => [shortcut.keys, shortcut]));
const arrows: ReadonlyMap<string, "left" | "right" | "up" | "down"> = new Map([
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
]);

/** Handles a key press on the canvas page; typing in fields and open dialogs keep their keys. */
export function onKeyDown(context: CanvasContext, event: KeyboardEvent): void {
  if (event.defaultPrevented || context.editor.dialog.peek() !== null) return;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  const typing = target?.closest("input, select, textarea, [contenteditable]") !== null &&
    target !== undefined;
  const elsewhere = target?.closest("button, a, summary, [role=tab]") !== null && target !== undefined;
  const onStage = target === undefined || target === document.body ||
    target.closest("#canvas-stage") !== null;
  const direction = arrows.get(event.key);
  if (direction && onStage && !elsewhere && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    return event.altKey ? nudge(context.editor, direction) : walk(context.editor, direction);
  }
  const shortcut = byKeys.get(spell(event));
  if (!shortcut || (typing && !shortcut.everywhere)) return;
  const modified = event.ctrlKey || event.metaKey;
  if (!modified && !onStage && !["?", "/", "F2"].includes(shortcut.keys)) return;
  if (elsewhere && ["Space", "Enter", "Tab"].includes(shortcut.keys)) return;
  if (shortcut.run(context) !== false) event.preventDefault();
}

function spell(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", shift ? "Shift" : "", key]
    .filter(Boolean).join("+");
}
