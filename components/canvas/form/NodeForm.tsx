import { type GraphNode, nodeDescription } from "@/compiler/browser.ts";
import { useCanvas } from "../context.ts";
import { FormNode } from "./context.ts";
import { FieldsForm } from "./FieldsForm.tsx";

/** All settings of one node; each change is one command, and quick changes are one to undo. */
export function NodeForm({ node }: { readonly node: GraphNode }) {
  const { editor } = useCanvas();
  const { id } = node;
  return (
    <fieldset class="canvas-fields" disabled={editor.running.value}>
      <FormNode.Provider value={node}>
        <FieldsForm
          fields={nodeDescription(node.type)?.fields ?? []}
          value={node.config}
          onChange={(config) =>
            editor.run({ kind: "configure", id, config }, { mergeKey: `configure ${id}` })}
        />
      </FormNode.Provider>
    </fieldset>
  );
}
