import { useState } from "preact/hooks";
import { nodeDescription } from "@/compiler/browser.ts";
import { useCanvas } from "../context.ts";
import { Modal } from "./Modal.tsx";

export function Rename({ id }: { readonly id: string }) {
  const { editor } = useCanvas();
  const node = editor.graph.value.nodes.get(id);
  const [label, setLabel] = useState(node?.label ?? "");
  return (
    <Modal label="Rename the node" testId="rename">
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          editor.dialog.value = null;
          editor.run({ kind: "rename", id, label });
        }}
      >
        <div class="ui-field">
          <label for="rename-label">Name</label>
          <input
            id="rename-label"
            class="ui-input"
            autofocus
            autocomplete="off"
            maxLength={120}
            placeholder={nodeDescription(node?.type ?? "")?.label}
            value={label}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        </div>
        <div class="ui-actions">
          <button type="button" class="ui-button" onClick={() => editor.dialog.value = null}>Cancel</button>
          <button type="submit" class="ui-button ui-button-primary">Rename</button>
        </div>
      </form>
    </Modal>
  );
}
