import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { fitView } from "@/lib/canvas/actions/look.ts";
import { dropFromPalette } from "@/lib/canvas/interact/drag_palette.ts";
import { stagePoint, startStageDrag, wheel } from "@/lib/canvas/interact/drag_stage.ts";
import { useCanvas } from "../context.ts";
import { Edges, PendingEdgeLine } from "./Edges.tsx";
import { EmptyHint } from "./EmptyHint.tsx";
import { Lasso } from "./Lasso.tsx";
import { Minimap } from "./Minimap.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { StageControls } from "./StageControls.tsx";

/** The drawing area. Panning and zooming change one transform. */
export function Stage() {
  const { editor } = useCanvas();
  const stage = useRef<HTMLElement>(null);
  const world = useRef<HTMLDivElement>(null);

  useSignalEffect(() => {
    const { x, y, zoom } = editor.view.value;
    if (world.current) world.current.style.transform = `translate(${x}px,${y}px) scale(${zoom})`;
    if (stage.current) {
      stage.current.style.backgroundPosition = `${x}px ${y}px`;
      stage.current.style.backgroundSize = `${24 * zoom}px ${24 * zoom}px`;
    }
  });

  useEffect(() => {
    const element = stage.current!;
    const onWheel = (event: WheelEvent) => wheel(editor, event);
    element.addEventListener("wheel", onWheel, { passive: false });
    if (editor.graph.peek().nodes.size > 0) fitView(editor);
    world.current?.classList.add("canvas-world-placed");
    return () => element.removeEventListener("wheel", onWheel);
  }, []);

  return (
    <section
      ref={stage}
      id="canvas-stage"
      data-testid="stage"
      class={`canvas-stage${editor.running.value ? " canvas-stage-running" : ""}`}
      role="application"
      aria-label="Workflow drawing area. Press question mark for the keyboard help."
      tabIndex={editor.graph.value.nodes.size === 0 ? 0 : -1}
      onPointerDown={(event) => startStageDrag(editor, event)}
      onDblClick={(event) => {
        if (event.target === event.currentTarget) {
          editor.dialog.value = { kind: "add", at: stagePoint(editor, event) };
        }
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => dropFromPalette(editor, event)}
    >
      <div ref={world} class="canvas-world">
        <Edges />
        {[...editor.graph.value.nodes.values()].map((node) => <NodeCard key={node.id} node={node} />)}
        <PendingEdgeLine />
        <Lasso />
      </div>
      <EmptyHint />
      <StageControls />
      <Minimap />
    </section>
  );
}
