import { useEffect, useMemo } from "preact/hooks";
import type { Catalog, Graph } from "@/compiler/schema/types.ts";
import { Context } from "@/components/canvas/context.ts";
import { Dialogs } from "@/components/canvas/dialog/Dialogs.tsx";
import { listenToClipboard } from "@/lib/canvas/interact/clipboard.ts";
import { onKeyDown } from "@/lib/canvas/interact/keymap.ts";
import { createEditor } from "@/lib/canvas/state/editor.ts";
import { createPreview } from "@/lib/canvas/state/preview.ts";
import { createRunner } from "@/lib/canvas/state/runner.ts";
import { createSaving } from "@/lib/canvas/state/saving.ts";
import { ConfigPanel } from "@/components/canvas/view/ConfigPanel.tsx";
import { Messages } from "@/components/canvas/view/Messages.tsx";
import { Palette } from "@/components/canvas/view/Palette.tsx";
import { PreviewPanel } from "@/components/canvas/view/PreviewPanel.tsx";
import { Stage } from "@/components/canvas/view/Stage.tsx";
import { TopBar } from "@/components/canvas/view/TopBar.tsx";

export interface CanvasProps {
  /** `id` is null for a workflow that was never saved. */
  readonly workflow: {
    readonly id: string | null;
    readonly name: string;
    readonly version: number;
    readonly graph: Graph;
  };
  readonly catalog: Catalog;
}

/** The analyst's canvas: palette, drawing area, settings and preview around one graph. */
export default function Canvas({ workflow, catalog }: CanvasProps) {
  const context = useMemo(() => {
    const editor = createEditor({ graph: workflow.graph, catalog });
    const saving = createSaving(editor, workflow, {
      storage: {
        getItem: (key) => localStorage.getItem(key),
        setItem: (key, value) => localStorage.setItem(key, value),
        removeItem: (key) => localStorage.removeItem(key),
      },
      created: (id) => history.replaceState(null, "", `/canvas/${id}`),
      open: (id) => location.assign(`/canvas/${id}`),
    });
    return { editor, saving, preview: createPreview(editor), runner: createRunner(editor) };
  }, []);

  useEffect(() => {
    const { editor, saving, preview } = context;
    const draft = saving.leftBehind();
    if (draft) editor.dialog.value = { kind: "draft", savedAt: draft.savedAt };
    const keys = (event: KeyboardEvent) => onKeyDown(context, event);
    const leave = (event: BeforeUnloadEvent) => saving.dirty.peek() && event.preventDefault();
    addEventListener("keydown", keys);
    addEventListener("beforeunload", leave);
    const stops = [preview.start(), saving.start(), listenToClipboard(editor)];
    document.documentElement.dataset.canvas = "ready";
    return () => {
      removeEventListener("keydown", keys);
      removeEventListener("beforeunload", leave);
      for (const stop of stops) stop();
    };
  }, []);

  return (
    <Context.Provider value={context}>
      <div class="canvas" data-testid="canvas">
        <TopBar />
        <Palette />
        <Stage />
        <ConfigPanel />
        <PreviewPanel />
        <Messages />
        <Dialogs />
      </div>
    </Context.Provider>
  );
}
