import type { Port } from "@/compiler/browser.ts";
import { startEdge } from "@/lib/canvas/interact/draw_edge.ts";
import { useCanvas } from "../context.ts";

/** Where edges may land. A press on one reaches the card, which pulls its edge off. */
export function InputPort({ id, port }: { readonly id: string; readonly port: Port }) {
  return (
    <Dot id={id} name={port} look={`in canvas-port-${port}`} port={port}>
      {port === "in" ? "Input" : `${port} input`}
    </Dot>
  );
}

/** Where a new edge begins. */
export function OutputPort({ id }: { readonly id: string }) {
  const { editor } = useCanvas();
  return (
    <Dot id={id} name="out" look="out" onPointerDown={(event) => startEdge(editor, id, event)}>
      Drag to connect
    </Dot>
  );
}

interface DotProps {
  readonly id: string;
  readonly name: string;
  readonly look: string;
  readonly port?: Port;
  readonly children: string;
  onPointerDown?(event: PointerEvent): void;
}

function Dot({ id, name, look, port, children, onPointerDown }: DotProps) {
  return (
    <svg
      class={`canvas-port canvas-port-${look}`}
      data-testid={`port-${id}-${name}`}
      data-port={port}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      onPointerDown={onPointerDown}
    >
      <title>{children}</title>
      <circle cx="6" cy="6" r="4.5" />
    </svg>
  );
}
