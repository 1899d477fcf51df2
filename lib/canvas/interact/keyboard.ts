/** Key presses on the canvas page. */
import { nudge } from "../actions/edit.ts";
import { walk } from "../actions/select.ts";
import type { Direction } from "../model/navigation.ts";
import type { CanvasState } from "../state/canvas.ts";
import { type Shortcut, SHORTCUTS } from "./shortcuts.ts";

const byKeys: ReadonlyMap<string, Shortcut> = new Map(
  Object.values(SHORTCUTS).flat().map((shortcut) => [shortcut.keys, shortcut]),
);

const arrows: ReadonlyMap<string, Direction> = new Map([
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
]);

/** Handles a key press on the canvas page; typing in fields and open dialogs keep their keys. */
export function onKeyDown(canvas: CanvasState, event: KeyboardEvent): void {
  const { editor } = canvas;
  if (event.defaultPrevented || editor.dialog.peek() !== null) return;
  const place = placeOf(event.target);
  const direction = arrows.get(event.key);
  if (direction && place.onStage && !place.onControl && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    return event.altKey ? nudge(editor, direction) : walk(editor, direction);
  }
  const shortcut = byKeys.get(spell(event));
  if (!shortcut || !worksAt(shortcut, place, event)) return;
  if (shortcut.run(canvas) !== false) event.preventDefault();
}

interface Place {
  readonly inField: boolean;
  readonly onControl: boolean;
  readonly onStage: boolean;
}

function placeOf(target: EventTarget | null): Place {
  const element = target instanceof HTMLElement ? target : null;
  const isIn = (selector: string) => element !== null && element.closest(selector) !== null;
  return {
    inField: isIn("input, select, textarea, [contenteditable]"),
    onControl: isIn("button, a, summary, [role=tab]"),
    onStage: element === null || element === document.body || isIn("#canvas-stage"),
  };
}

function worksAt({ scope, yields }: Shortcut, place: Place, event: KeyboardEvent): boolean {
  if (place.inField) return scope === "everywhere";
  if (place.onControl && yields) return false;
  return place.onStage || scope !== undefined || event.ctrlKey || event.metaKey;
}

/** A press as the list of shortcuts writes it. Shift is left out where it only makes a sign, such as "?". */
function spell(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", shift ? "Shift" : "", key]
    .filter(Boolean).join("+");
}
