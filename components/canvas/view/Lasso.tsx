import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { boxBetween } from "@/lib/canvas/model/geometry.ts";
import { useCanvas } from "../context.ts";

export function Lasso() {
  const { editor } = useCanvas();
  const element = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const lasso = editor.lasso.value;
    if (!element.current) return;
    element.current.hidden = lasso === null;
    if (!lasso) return;
    const box = boxBetween(lasso.from, lasso.to);
    element.current.style.transform = `translate(${box.x}px,${box.y}px)`;
    element.current.style.width = `${box.width}px`;
    element.current.style.height = `${box.height}px`;
  });
  return <div ref={element} class="canvas-lasso" hidden />;
}
