/** The state of one canvas: what is drawn, what its preview shows, how saving and running go. */
import type { Catalog } from "@/compiler/browser.ts";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import { createEditor, type Editor } from "./editor.ts";
import { createPreview, type Preview } from "./preview.ts";
import { createRunner, type Runner } from "./runner.ts";
import type { Saved } from "./save_state.ts";
import { createSaving, type Saving } from "./saving.ts";
import type { SavingHost } from "./saving_host.ts";

export interface CanvasState {
  readonly editor: Editor;
  readonly preview: Preview;
  readonly saving: Saving;
  readonly runner: Runner;
}

/** What a canvas opens with. */
export interface OpenedWorkflow extends Saved, Pick<Workflow, "graph"> {}

export function createCanvas(workflow: OpenedWorkflow, catalog: Catalog, host: SavingHost): CanvasState {
  const editor = createEditor({ graph: workflow.graph, catalog });
  return {
    editor,
    preview: createPreview(editor),
    saving: createSaving(editor, workflow, host),
    runner: createRunner(editor),
  };
}
