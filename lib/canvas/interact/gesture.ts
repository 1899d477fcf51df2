/** One press of the pointer from down to up, with listeners that go away again. */
import type { Point } from "../model/graph.ts";

/** Pixels the pointer must go before a press is a drag. */
const THRESHOLD = 4;

interface Gesture {
  /** The pointer went on; `by` is its way since it was pressed, in pixels. */
  move(event: PointerEvent, by: Point): void;
  /** The pointer was let go. `moved` is false for a mere click. */
  end(event: PointerEvent, moved: boolean): void;
  /** The system or Escape took the gesture back. */
  cancel(): void;
}

export function follow(down: PointerEvent, gesture: Gesture): void {
  const controller = new AbortController();
  const { signal } = controller;
  let moved = false;
  const cancel = () => {
    controller.abort();
    gesture.cancel();
  };
  document.addEventListener("pointermove", (event) => {
    const by = { x: event.clientX - down.clientX, y: event.clientY - down.clientY };
    moved ||= Math.hypot(by.x, by.y) > THRESHOLD;
    if (moved) gesture.move(event, by);
  }, { signal });
  document.addEventListener("pointerup", (event) => {
    controller.abort();
    gesture.end(event, moved);
  }, { signal });
  document.addEventListener("pointercancel", cancel, { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    cancel();
  }, { signal, capture: true });
}
