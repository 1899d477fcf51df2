/** One press of the pointer from down to up, with listeners that go away again. */
export interface Gesture {
  move(event: PointerEvent): void;
  /** `cancelled` when the system or Escape took the gesture back. */
  end(event: PointerEvent | undefined, cancelled: boolean): void;
}

export function follow(gesture: Gesture): void {
  const controller = new AbortController();
  const { signal } = controller;
  const finish = (event: PointerEvent | undefined, cancelled: boolean) => {
    controller.abort();
    gesture.end(event, cancelled);
  };
  document.addEventListener("pointermove", (event) => gesture.move(event), { signal });
  document.addEventListener("pointerup", (event) => finish(event, false), { signal });
  document.addEventListener("pointercancel", (event) => finish(event, true), { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    finish(undefined, true);
  }, { signal, capture: true });
}
