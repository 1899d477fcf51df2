import type { Port } from "@/compiler/browser.ts";
import { startEdge } from "@/lib/canvas/interact/draw_edge.ts";
import { useCanvas } from "../context.ts";

/** Where edges may land. A press on one reaches the card, which pulls its edge off. */
export function InputPorts({ id, inputs }: { readonly id: string; readonly inputs: readonly Port[] }) {
  return (
    <>
      {inputs.map((port) => (
        <svg
          key={port}
          class={`canvas-port canvas-port-in canvas-port-${port}`}
          data-testid={`port-${id}-${port}`}
          data-port={port}
          width="12"
          height="12"
          viewBox="0 0 12 12"
          aria-hidden="true"
        >
          <title>{port === "in" ? "Input" : `${port} input`}</title>
          <circle cx="6" cy="6" r="4.5" />
        </svg>
      ))}
    </>
  );
}

/** Where a new edge begins. */
export function OutputPort({ id }: { readonly id: string }) {
  const { editor } = useCanvas();
  return (
    <svg
      class="canvas-port canvas-port-out"
      data-testid={`port-${id}-out`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      onPointerDown={(event) => startEdge(editor, id, event)}
    >
      <title>Drag to connect</title>
      <circle cx="6" cy="6" r="4.5" />
    </svg>
  );
}
