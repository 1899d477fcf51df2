/** Moving an item of an ordered list, by drag or by key. */
import { useState } from "preact/hooks";
import { moved } from "@/lib/canvas/form/moved.ts";

/** Props for draggable rows; Alt with an arrow key moves the row the focus is in. */
export function useReorder<T>(items: readonly T[], onChange: (items: readonly T[]) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  return (index: number) => ({
    draggable: true,
    class: over === index && dragged !== index ? " canvas-drop-here" : "",
    onDragStart(event: DragEvent) {
      event.stopPropagation();
      event.dataTransfer?.setData("text/plain", "");
      setDragged(index);
    },
    onDragOver(event: DragEvent) {
      if (dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(index);
    },
    onDragEnd() {
      setDragged(null);
      setOver(null);
    },
    onDrop(event: DragEvent) {
      if (dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      onChange(moved(items, dragged, index));
      setDragged(null);
      setOver(null);
    },
    onKeyDown(event: KeyboardEvent) {
      if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      event.stopPropagation();
      onChange(moved(items, index, index + (event.key === "ArrowUp" ? -1 : 1)));
    },
  });
}
