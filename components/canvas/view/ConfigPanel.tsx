import { type GraphNode, nodeDescription } from "@/compiler/browser.ts";
import { bypassSelected, removeSelected } from "@/lib/canvas/actions/edit.ts";
import { focusNode } from "@/lib/canvas/actions/look.ts";
import { hasField } from "@/lib/canvas/form/paths.ts";
import { schemaOf } from "@/lib/canvas/model/schemas.ts";
import { titleOf } from "@/lib/canvas/model/title.ts";
import { useCanvas } from "../context.ts";
import { NodeForm } from "../form/NodeForm.tsx";
import { ProblemNote } from "../form/ProblemNote.tsx";
import { ColumnsOut } from "./ColumnsOut.tsx";
import { NodeIcon } from "./icons.tsx";

/** Settings of the selected node, docked beside the canvas. Read-only while a run is on. */
export function ConfigPanel() {
  const { editor } = useCanvas();
  const id = editor.active.value;
  const node = id === null ? undefined : editor.graph.value.nodes.get(id);
  if (!node) return <NothingSelected />;
  const description = nodeDescription(node.type);
  const { columns, problems } = schemaOf(editor.propagation.value, node.id);
  return (
    <section
      id="canvas-settings"
      class="canvas-settings"
      aria-label={`Settings of ${titleOf(node)}`}
      data-testid="config-panel"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        focusNode(editor, node.id);
      }}
    >
      <Head node={node} />
      <p class="canvas-settings-summary">
        {description?.summary ?? `This version does not know "${node.type}".`}
      </p>
      {problems.filter((problem) => !hasField(description?.fields ?? [], problem)).map((problem) => (
        <ProblemNote key={problem.code + problem.message} problem={problem} role="status" />
      ))}
      <NodeForm key={node.id} node={node} />
      {!description?.terminal && <ColumnsOut columns={columns} />}
      <footer class="canvas-settings-foot">
        <button
          type="button"
          class="ui-button ui-button-small"
          data-skip
          onClick={() => bypassSelected(editor)}
        >
          {node.disabled ? "Enable" : "Bypass"}
        </button>
        <button
          type="button"
          class="ui-button ui-button-small ui-button-danger"
          data-skip
          data-testid="remove-node"
          onClick={() => removeSelected(editor)}
        >
          Remove
        </button>
      </footer>
    </section>
  );
}

function Head({ node: { id, type, label } }: { readonly node: GraphNode }) {
  const { editor } = useCanvas();
  return (
    <header class="canvas-settings-head">
      <NodeIcon type={type} size={18} />
      <input
        class="canvas-rename"
        aria-label="Name of the node"
        data-testid="node-label"
        data-skip
        placeholder={nodeDescription(type)?.label}
        value={label ?? ""}
        maxLength={120}
        onInput={(event) =>
          editor.run({ kind: "rename", id, label: event.currentTarget.value }, { mergeKey: `rename ${id}` })}
      />
    </header>
  );
}

function NothingSelected() {
  const { editor } = useCanvas();
  const count = editor.selection.value.size;
  return (
    <section class="canvas-settings canvas-settings-empty" aria-label="Settings" data-testid="config-panel">
      {count > 1
        ? <p>{count} nodes selected. Delete, duplicate (Ctrl+D), bypass (Ctrl+B) or move them together.</p>
        : <p>Select a node to change its settings and see its rows.</p>}
    </section>
  );
}
