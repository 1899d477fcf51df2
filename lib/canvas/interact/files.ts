/** Workflows as JSON files. */
import { readGraph } from "@/compiler/browser.ts";
import { fitView } from "../actions/look.ts";
import { fromGraph, toGraph } from "../model/graph.ts";
import { firstError } from "../model/schemas.ts";
import type { CanvasState } from "../state/canvas.ts";
import { keepFile } from "./keep_file.ts";

/** Hands the workflow to the browser's downloads. */
export function exportWorkflow({ editor, saving }: CanvasState): void {
  const workflow = { name: saving.name.peek(), graph: toGraph(editor.graph.peek()) };
  const name = `${workflow.name.replaceAll(/[^\w-]+/g, "-") || "workflow"}.json`;
  keepFile(name, new Blob([JSON.stringify(workflow, null, 2)], { type: "application/json" }));
}

/** Takes over what a file holds as one step that can be undone; says why when it holds no workflow. */
export async function importWorkflow({ editor }: CanvasState, file: File): Promise<void> {
  const value = await file.text().then(JSON.parse).catch(() => undefined);
  const { graph, problems } = readGraph(value?.graph ?? value);
  const fault = firstError(problems);
  if (fault || !graph) {
    editor.message.value = `Cannot import "${file.name}": ${fault?.message ?? "it holds no workflow."}`;
    return;
  }
  editor.run({ kind: "replace", graph: fromGraph(graph) });
  fitView(editor);
  editor.message.value = `Imported "${file.name}". Undo brings the former workflow back.`;
}
