import { useRef } from "preact/hooks";
import { readGraph } from "@/compiler/browser.ts";
import { useCanvas } from "../context.ts";
import { fromGraph, toGraph } from "@/lib/canvas/model/graph.ts";
import { fitView } from "@/lib/canvas/state/actions.ts";
import { firstError } from "@/lib/canvas/state/editor.ts";

/** Export and import as JSON. An import is one step and can be undone. */
export function FileMenu() {
  const { editor, saving } = useCanvas();
  const file = useRef<HTMLInputElement>(null);

  function download(): void {
    const workflow = { name: saving.name.peek(), graph: toGraph(editor.graph.peek()) };
    const url = URL.createObjectURL(
      new Blob([JSON.stringify(workflow, null, 2)], { type: "application/json" }),
    );
    const link = document.createElement("a");
    link.href = url;
    link.download = `${workflow.name.replaceAll(/[^\w-]+/g, "-") || "workflow"}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  async function load(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    const value = await chosen.text().then(JSON.parse).catch(() => undefined);
    const { graph, problems } = readGraph(value?.graph ?? value);
    const fault = firstError(problems);
    if (fault || !graph) {
      editor.message.value = `Cannot import "${chosen.name}": ${fault?.message ?? "it holds no workflow."}`;
      return;
    }
    editor.run({ kind: "replace", graph: fromGraph(graph) });
    fitView(editor);
    editor.message.value = `Imported "${chosen.name}". Undo brings the former workflow back.`;
  }

  return (
    <>
      <button type="button" class="ui-button ui-button-quiet" onClick={download}>Export</button>
      <button type="button" class="ui-button ui-button-quiet" onClick={() => file.current?.click()}>
        Import
      </button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label="Workflow file"
        data-testid="import-file"
        onChange={(event) => {
          void load(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
