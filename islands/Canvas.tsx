import { useEffect, useMemo } from "preact/hooks";
import type { Catalog } from "@/compiler/browser.ts";
import { CanvasContext } from "@/components/canvas/context.ts";
import { Dialogs } from "@/components/canvas/dialog/Dialogs.tsx";
import { ConfigPanel } from "@/components/canvas/view/ConfigPanel.tsx";
import { Messages } from "@/components/canvas/view/Messages.tsx";
import { Palette } from "@/components/canvas/view/Palette.tsx";
import { PreviewPanel } from "@/components/canvas/view/PreviewPanel.tsx";
import { Stage } from "@/components/canvas/view/Stage.tsx";
import { TopBar } from "@/components/canvas/view/TopBar.tsx";
import { page, startCanvas } from "@/lib/canvas/interact/page.ts";
import { createCanvas, type OpenedWorkflow } from "@/lib/canvas/state/canvas.ts";

interface CanvasProps {
  readonly workflow: OpenedWorkflow;
  readonly catalog: Catalog;
}

/** The analyst's canvas: palette, drawing area, settings and preview around one graph. */
export default function Canvas({ workflow, catalog }: CanvasProps) {
  const canvas = useMemo(() => createCanvas(workflow, catalog, page), []);
  useEffect(() => startCanvas(canvas), []);
  return (
    <CanvasContext.Provider value={canvas}>
      <div class="canvas" data-testid="canvas">
        <TopBar />
        <Palette />
        <Stage />
        <ConfigPanel />
        <PreviewPanel />
        <Messages />
        <Dialogs />
      </div>
    </CanvasContext.Provider>
  );
}
