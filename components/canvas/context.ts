import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CanvasState } from "@/lib/canvas/state/canvas.ts";

export const CanvasContext = createContext<CanvasState | null>(null);

/** The state that all parts of one canvas share. */
export function useCanvas(): CanvasState {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error("useCanvas needs a <CanvasContext.Provider> above it.");
  return canvas;
}
