import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Editor } from "./state/editor.ts";
import type { Preview } from "./state/preview.ts";
import type { Saving } from "./state/saving.ts";
import type { Runner } from "./state/runner.ts";

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
