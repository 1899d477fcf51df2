import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Editor } from "@/lib/canvas/state/editor.ts";
import type { Preview } from "@/lib/canvas/state/preview.ts";
import type { Saving } from "@/lib/canvas/state/saving.ts";
import type { Runner } from "@/lib/canvas/state/runner.ts";

/** Everything the parts of the canvas share. */
export interface CanvasContext {
  readonly editor: Editor;
  readonly preview: Preview;
  readonly saving: Saving;
  readonly runner: Runner;
}

export const Context = createContext<CanvasContext | null>(null);

export function useCanvas(): CanvasContext {
  const context = useContext(Context);
  if (!context) throw new Error("useCanvas needs a <Context.Provider> above it.");
  return context;
}
