/** The state of one canvas: what is drawn, what its preview shows, how saving and running go. */
import type { Catalog } from "@/compiler/browser.ts";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import { keepFile } from "../interact/keep_file.ts";
import { createDownload, type Download } from "./download.ts";
import { createEditor, type Editor } from "./editor.ts";
import { createFunctionHelp, type FunctionHelp } from "./function_help.ts";
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
  readonly download: Download;
  readonly functionHelp: FunctionHelp;
}

/** What a canvas opens with. */
export interface OpenedWorkflow extends Saved, Pick<Workflow, "graph"> {}

export function createCanvas(workflow: OpenedWorkflow, catalog: Catalog, host: SavingHost): CanvasState {
  const editor = createEditor({ graph: workflow.graph, catalog });
  const preview = createPreview(editor);
  const saving = createSaving(editor, workflow, host);
  return {
    editor,
    preview,
    saving,
    download: createDownload({
      editor,
      target: () => preview.target.peek(),
      name: () => saving.name.peek(),
      keep: ({ name, content }) => keepFile(name, content),
    }),
    runner: createRunner(editor),
    functionHelp: createFunctionHelp(),
  };
}
