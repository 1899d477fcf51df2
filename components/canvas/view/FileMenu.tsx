import { useRef } from "preact/hooks";
import { exportWorkflow, importWorkflow } from "@/lib/canvas/interact/files.ts";
import { useCanvas } from "../context.ts";

/** Export and import as JSON. An import is one step and can be undone. */
export function FileMenu() {
  const canvas = useCanvas();
  const file = useRef<HTMLInputElement>(null);

  return (
    <>
      <button type="button" class="ui-button ui-button-quiet" onClick={() => exportWorkflow(canvas)}>
        Export
      </button>
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
          const chosen = event.currentTarget.files?.[0];
          if (chosen) void importWorkflow(canvas, chosen);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
