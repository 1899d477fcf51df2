/** The drawing area as an element of the page; without a page it has no size. */
import type { Size } from "../model/geometry.ts";

export function stageElement(): HTMLElement | null {
  return typeof document === "undefined" ? null : document.getElementById("canvas-stage");
}

export function stageSize(): Size {
  const box = stageElement()?.getBoundingClientRect();
  return { width: box?.width ?? 0, height: box?.height ?? 0 };
}
